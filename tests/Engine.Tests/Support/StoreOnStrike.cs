using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Storage;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Tests.Support;

/// <summary>A store that refuses to commit while it is on strike, as a full disk does.</summary>
internal sealed class StoreOnStrike : IStore
{
    private readonly MemoryStore store = new();
    private volatile bool onStrike;
    private int refused;

    public bool OnStrike { get => onStrike; set => onStrike = value; }

    public int Refused => Volatile.Read(ref refused);

    public long LastRunNumber => store.LastRunNumber;

    public long Commits => store.Commits;

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
        if (onStrike)
        {
            Interlocked.Increment(ref refused);
            throw new IOException("no space left");
        }

        store.Commit(commit);
    }

    public void Dispose() => store.Dispose();
}
