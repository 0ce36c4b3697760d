namespace FranceTravail.Parcours.Workflows.Parcours;

public enum TrancheAge
{
    Moins26,
    De26A54,
    Des55,
}
