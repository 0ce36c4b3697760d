using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

internal sealed record PremierRendezVousMemoire
{
    /// <summary>How many slots were asked for, by the journey or by a counsellor; numbers the requests.</summary>
    public int Proposition { get; init; }

    /// <summary>The appointment proposed or confirmed; null while there is none.</summary>
    public RendezVousProjete? EnCours { get; init; }

    /// <summary>Slot held in the agenda for it; null when the counsellor gave the time by hand.</summary>
    public string? ReservationId { get; init; }
}
