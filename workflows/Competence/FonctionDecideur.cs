namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>Who decides, as the law says it; for RSA the place then says which authority that is.</summary>
public enum FonctionDecideur
{
    FranceTravail,
    MissionLocale,
    CapEmploi,

    /// <summary>The authority of the place that orients RSA recipients.</summary>
    OrientationRsa,

    /// <summary>The authority of the place that sanctions RSA recipients.</summary>
    SanctionRsa,
}
