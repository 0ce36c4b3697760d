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

    /// <summary>Zone in which morning and afternoon are meant.</summary>
    public required string Zone { get; init; }
}
