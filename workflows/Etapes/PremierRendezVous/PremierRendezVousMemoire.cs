using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

internal sealed record PremierRendezVousMemoire : IMemoire<PremierRendezVousMemoire>
{
    /// <summary>How many slots were asked for, by the journey or by a counsellor; numbers the requests.</summary>
    public int Invitation { get; init; }

    /// <summary>How many of them the organism itself let go: they are not counted among the tries.</summary>
    public int DeNotreFait { get; init; }

    /// <summary>The appointment as the person knows it: proposed, confirmed, convoked; null while there is none.</summary>
    public RendezVousProjete? EnCours { get; init; }

    /// <summary>Slot held in the agenda for it; null when the counsellor gave the time by hand.</summary>
    public string? ReservationId { get; init; }

    /// <summary>An invitation led to nothing: only then may the person be convoked.</summary>
    public bool InvitationSansSuite { get; init; }

    /// <summary>The absence that the person may still explain; null when there is none.</summary>
    public RendezVousProjete? AExpliquer { get; init; }
}
