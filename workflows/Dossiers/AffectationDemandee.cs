using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Workflows.Dossiers;

public sealed record AffectationDemandee : Demande
{
    public required string Territoire { get; init; }
    public required OrganismeReferent Organisme { get; init; }

    /// <summary>The counsellor who takes the dossier; null to let the least loaded of the organism be named.</summary>
    public string? ConseillerId { get; init; }
}
