namespace FranceTravail.Parcours.Workflows.Partenaires.Agenda;

public sealed record LiberationDemandee
{
    public required string ReservationId { get; init; }
}
