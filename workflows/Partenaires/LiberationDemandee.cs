using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Workflows.Partenaires;

public sealed record LiberationDemandee : Demande
{
    public required string ReservationId { get; init; }
}
