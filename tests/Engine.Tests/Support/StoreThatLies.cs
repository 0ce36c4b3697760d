using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Storage;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Tests.Support;

/// <summary>A store whose commits are kept, and fail all the same; or refuses some; it may also be unable to say what it did.</summary>
internal sealed class StoreThatLies : IStore
{
    private readonly MemoryStore store = new();

    /// <summary>The next commits are kept, and throw.</summary>
    public bool Lies { get; set; }

    /// <summary>Why a commit is not kept; null when it is.</summary>
    public Func<Commit, Exception?> Refuses { get; set; } = _ => null;

    /// <summary>Nothing can be asked.</summary>
    public bool IsMute { get; set; }

    public long LastRunNumber => store.LastRunNumber;

    public long Commits => IsMute ? throw new IOException("no answer") : store.Commits;

    public string? Complaint => null;

    public Run? Find(RunKey key) => store.Find(key);

    public Run? Current(string @namespace, string workflowId) => store.Current(@namespace, workflowId);

    public IReadOnlyList<History> ReadHistory(long runNumber, long firstEventId, long lastEventId, int most = int.MaxValue, long bytes = long.MaxValue) =>
        store.ReadHistory(runNumber, firstEventId, lastEventId, most, bytes);

    public (IReadOnlyList<Run> Runs, long Last) WithTasks(long after, int most, Action<string, Refusal> damaged) => store.WithTasks(after, most, damaged);

    public IReadOnlyList<DueRun> DueBy(DateTimeOffset moment, DueRun? after, int most) => store.DueBy(moment, after, most);

    public DateTimeOffset? EarliestDeadline(DateTimeOffset after) => store.EarliestDeadline(after);

    public IReadOnlyList<RunKey> ClosedBefore(string @namespace, DateTimeOffset moment, int most, int passed = 0) => store.ClosedBefore(@namespace, moment, most, passed);

    public void Commit(Commit commit)
    {
        if (Refuses(commit) is { } reason)
        {
            throw reason;
        }

        store.Commit(commit);
        if (Lies)
        {
            throw new IOException("it looks as if nothing was written");
        }
    }

    public void Dispose() => store.Dispose();
}
