using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>A stream as its histories hold it: its runs from the first to the last, and every decision in order.</summary>
/// <param name="Demarrage">What started it.</param>
/// <param name="Runs">Ids of the runs, each continued by the next, with the rank of the last decision that came before it.</param>
/// <param name="Decisions">From rank 1 on, without a gap.</param>
public sealed record HistoireFlux(DemarrageParcours Demarrage, IReadOnlyList<(string RunId, long Avant)> Runs, IReadOnlyList<Decision> Decisions)
{
    /// <summary>Letters that were sent, by the key under which they were asked for.</summary>
    public IReadOnlyList<string> Lettres { get; init; } = [];
}
