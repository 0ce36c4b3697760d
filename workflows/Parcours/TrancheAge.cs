namespace FranceTravail.Parcours.Workflows.Parcours;

public enum TrancheAge
{
    Moins26,

    /// <summary>Up to where a mission locale may accompany a person with a recognised handicap.</summary>
    De26A29,
    De30A54,
    Des55,
}
