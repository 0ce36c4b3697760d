namespace FranceTravail.Parcours.Workflows.Droit;

/// <summary>Where an article stands.</summary>
public enum CodeDroit
{
    Travail,
    ActionSociale,
    RelationsPublicAdministration,
    JusticeAdministrative,
    ProcedureCivile,
    Education,
    CollectivitesTerritoriales,
    InformatiqueEtLibertes,

    /// <summary>A decision, an order, a commitment: its number is the whole citation.</summary>
    Autre,
}
