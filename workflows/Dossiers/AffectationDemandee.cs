using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Workflows.Dossiers;

public sealed record AffectationDemandee : Demande
{
    public required string Territoire { get; init; }
    public required OrganismeReferent Organisme { get; init; }
}
