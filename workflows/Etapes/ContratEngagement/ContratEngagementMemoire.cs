using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

internal sealed record ContratEngagementMemoire
{
    /// <summary>Day that starts the month; null before the step is entered.</summary>
    public LocalDate? Depuis { get; init; }

    public CauseContrat Cause { get; init; }
}
