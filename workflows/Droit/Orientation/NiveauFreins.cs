namespace FranceTravail.Parcours.Workflows.Droit.Orientation;

/// <summary>How much difficulties stand in the way of a job, taken together.</summary>
public enum NiveauFreins
{
    SansImpact,
    Moyen,
    Fort,

    /// <summary>Several strong ones.</summary>
    PlusieursForts,
}
