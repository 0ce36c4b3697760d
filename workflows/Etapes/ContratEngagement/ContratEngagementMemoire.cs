using FranceTravail.Parcours.Workflows.Orientation;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

internal sealed record ContratEngagementMemoire : IMemoire<ContratEngagementMemoire>
{
    /// <summary>Day on which the step was entered; null before it is.</summary>
    public LocalDate? Depuis { get; init; }

    /// <summary>Day of receipt of the orientation, that starts the month; null while it is not known, and for a revision.</summary>
    public LocalDate? RecueLe { get; init; }

    public CauseContrat Cause { get; init; }

    /// <summary>The month of the law has not begun: it runs from a receipt, never before its proof.</summary>
    public bool AttendLaReception() => Cause is not CauseContrat.Revision && RecueLe is null;
}
