namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>The closed list of Code du travail, art. L5411-5-1 IV.</summary>
public enum OrganismeReferent
{
    FranceTravail,
    ConseilDepartemental,
    Delegataire,
    MissionLocale,
    CapEmploi,
}
