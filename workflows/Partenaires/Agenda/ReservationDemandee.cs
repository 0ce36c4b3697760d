using NodaTime;

namespace FranceTravail.Parcours.Workflows.Partenaires.Agenda;

public sealed record ReservationDemandee
{
    /// <summary>In whose agenda a slot is looked for, the first one first: counsellor ids, or the code of the territory when nobody is named yet.</summary>
    public required IReadOnlyList<string> Agendas { get; init; }

    /// <summary>What the appointment is about, for the agenda: <c>premier-rendez-vous</c>.</summary>
    public required string Motif { get; init; }
    public required Instant AuPlusTot { get; init; }
    public required Instant AuPlusTard { get; init; }
    public MomentJournee Moment { get; init; } = MomentJournee.Indifferent;

    /// <summary>INSEE code of the person's commune: its hour says what a morning is, its calendar on which days nobody is received.</summary>
    public required string Commune { get; init; }
}
