using FranceTravail.Parcours.Workflows.Dossiers;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Partenaires.Agenda;

/// <summary>The booked slot; <see cref="ReservationId"/> is null when no free slot fitted (then the rest is meaningless).</summary>
public sealed record ReservationFaite
{
    public string? ReservationId { get; init; }
    public Instant Debut { get; init; }
    public Instant Fin { get; init; }

    /// <summary>Where and how; null when the agenda did not say it whole: then nobody can be invited to it.</summary>
    public LieuRendezVous? Lieu { get; init; }

    /// <summary>In whose agenda it is, one of <see cref="ReservationDemandee.Agendas"/>.</summary>
    public string? Agenda { get; init; }

    /// <summary>How many free slots were passed over because nobody is received in the commune that day.</summary>
    public int Ecartes { get; init; }
}
