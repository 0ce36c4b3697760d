using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>Where runs are kept. Reading is safe from any thread; only the writer commits.</summary>
internal interface IStore : IDisposable
{
    /// <summary>The highest run number given so far.</summary>
    long LastRunNumber { get; }

    /// <summary>Commits that are kept: looked up anew each time, so that it tells what became of one that failed.</summary>
    long Commits { get; }

    /// <summary>What the store cannot do at the moment although it goes on; null when all is well.</summary>
    string? Complaint { get; }

    Run? Find(RunKey key);

    Run? Current(string @namespace, string workflowId);

    /// <summary>The batches that hold events from one id to another, both included.</summary>
    /// <param name="runNumber">The run.</param>
    /// <param name="firstEventId">Id of the first event.</param>
    /// <param name="lastEventId">Id of the last event.</param>
    /// <param name="most">Batches, at most.</param>
    /// <param name="bytes">No batch is read that would make more than this; but one is always.</param>
    IReadOnlyList<History> ReadHistory(long runNumber, long firstEventId, long lastEventId, int most = int.MaxValue, long bytes = long.MaxValue);

    /// <summary>Some open runs with a task, in order of their numbers, after one number; and the number to go on from: 0 when there are no more.</summary>
    /// <param name="after">Number after which to begin.</param>
    /// <param name="most">Runs, at most.</param>
    /// <param name="damaged">Told of runs that cannot be read; they are left out.</param>
    (IReadOnlyList<Run> Runs, long Last) WithTasks(long after, int most, Action<string, Refusal> damaged);

    /// <summary>Some open runs whose earliest deadline is not later than a moment, in order of their deadlines, after one of them.</summary>
    IReadOnlyList<DueRun> DueBy(DateTimeOffset moment, DueRun? after, int most);

    /// <summary>The earliest deadline after a moment.</summary>
    DateTimeOffset? EarliestDeadline(DateTimeOffset after);

    /// <summary>Some runs of a namespace that closed before a moment, in order of their closing, after as many that are passed over.</summary>
    IReadOnlyList<RunKey> ClosedBefore(string @namespace, DateTimeOffset moment, int most, int passed = 0);

    /// <summary>Keeps all of it or nothing; when it returns, it is on disk.</summary>
    void Commit(Commit commit);
}
