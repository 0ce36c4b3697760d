using FranceTravail.Parcours.Engine.Runs;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>Histories that were read before a piece of work came to the writer, so that nobody waits for it to read them. They only grow: what came since is read behind them.</summary>
internal sealed class HistoriesAhead
{
    private readonly Dictionary<long, IReadOnlyList<History>> known = [];

    /// <summary>Reads the history of a run, and of those that follow it by continue-as-new.</summary>
    public static HistoriesAhead Of(RunCache cache, Run run)
    {
        var ahead = new HistoriesAhead();
        for (var next = run; next is not null; next = Follower(cache, next))
        {
            ahead.known[next.Number] = cache.History(next, 1, next.State.NextEventId - 1);
        }

        return ahead;
    }

    /// <summary>The batches known that hold events of a range, and the event from which the others are to be read.</summary>
    public (IEnumerable<History> Batches, long Next) Part(Run run, long firstEventId, long lastEventId) => known.TryGetValue(run.Number, out var batches) && batches.Count > 0
        ? (batches.Where(b => b.Events[^1].EventId >= firstEventId && b.Events[0].EventId <= lastEventId), Math.Max(firstEventId, batches[^1].Events[^1].EventId + 1))
        : ([], firstEventId);

    private static Run? Follower(RunCache cache, Run run) =>
        run.State is { Status: WorkflowExecutionStatus.ContinuedAsNew, SuccessorRunId: { } next } ? cache.Find(run.Key with { RunId = next }) : null;
}
