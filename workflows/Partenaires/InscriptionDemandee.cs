using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Workflows.Partenaires;

public sealed record InscriptionDemandee : Demande
{
    public required string Territoire { get; init; }
}
