using NodaTime;

namespace FranceTravail.Parcours.Workflows.Partenaires.Agenda;

public sealed record ReservationDemandee
{
    /// <summary>Counsellor id, or the code of the territory when nobody is named yet.</summary>
    public required string ReferentId { get; init; }

    /// <summary>What the appointment is about, for the agenda: <c>premier-rendez-vous</c>.</summary>
    public required string Motif { get; init; }
    public required Instant AuPlusTot { get; init; }
    public required Instant AuPlusTard { get; init; }
    public MomentJournee Moment { get; init; } = MomentJournee.Indifferent;

    /// <summary>INSEE code of the person's commune: its hour says what a morning is, its calendar on which days nobody is received.</summary>
    public required string Commune { get; init; }
}
