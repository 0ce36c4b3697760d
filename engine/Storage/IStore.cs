using FranceTravail.Parcours.Engine.Runs;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>Where runs are kept. Reading is safe from any thread; only the writer commits.</summary>
internal interface IStore : IDisposable
{
    /// <summary>The highest run number given so far.</summary>
    long LastRunNumber { get; }

    Run? Find(RunKey key);

    Run? Current(string @namespace, string workflowId);

    /// <summary>The batches that hold events from one id to another, both included.</summary>
    IReadOnlyList<History> ReadHistory(long runNumber, long firstEventId, long lastEventId, int most = int.MaxValue);

    /// <summary>Names of the open runs with a task, for the queues in memory.</summary>
    IReadOnlyList<RunKey> WithTasks();

    /// <summary>Open runs whose earliest deadline is not later than a moment.</summary>
    IReadOnlyList<(RunKey Key, DateTimeOffset Deadline)> DueBy(DateTimeOffset moment);

    /// <summary>The earliest deadline after a moment.</summary>
    DateTimeOffset? EarliestDeadline(DateTimeOffset after);

    /// <summary>Some runs of a namespace that closed before a moment, in order of their closing, after as many that are passed over.</summary>
    IReadOnlyList<RunKey> ClosedBefore(string @namespace, DateTimeOffset moment, int most, int passed = 0);

    /// <summary>Keeps all of it or nothing; when it returns, it is on disk.</summary>
    void Commit(Commit commit);
}
