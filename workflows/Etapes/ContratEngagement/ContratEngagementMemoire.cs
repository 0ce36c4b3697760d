using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

internal sealed record ContratEngagementMemoire
{
    /// <summary>Day that starts the month; null before the step is entered.</summary>
    public LocalDate? Depuis { get; init; }

    /// <summary>A signed contract is being replaced after a review, under the same orientation.</summary>
    public bool Revision { get; init; }
}
