namespace FranceTravail.Parcours.Workflows.Droit.Recours;

/// <summary>A kind of remedy.</summary>
public enum NatureRecours
{
    /// <summary>To the authority that decided, compulsory before the court.</summary>
    AdministratifPrealable,

    /// <summary>By the regional mediator of France Travail, compulsory before the court.</summary>
    MediationPrealable,

    /// <summary>To the authority that decided, as one likes.</summary>
    Gracieux,

    TribunalAdministratif,
}
