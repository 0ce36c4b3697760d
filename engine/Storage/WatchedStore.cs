using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Watching;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>A store whose uses are counted and timed.</summary>
internal sealed class WatchedStore(IStore store, EngineMeter meter) : IStore
{
    public long LastRunNumber => store.LastRunNumber;

    public long Commits => store.Commits;

    public string? Complaint => store.Complaint;

    public Run? Find(RunKey key) => Use("GetWorkflowExecution", () => store.Find(key));

    public Run? Current(string @namespace, string workflowId) => Use("GetCurrentExecution", () => store.Current(@namespace, workflowId));

    public IReadOnlyList<History> ReadHistory(long runNumber, long firstEventId, long lastEventId, int most = int.MaxValue, long bytes = long.MaxValue) =>
        Use("ReadHistoryBranch", () => store.ReadHistory(runNumber, firstEventId, lastEventId, most, bytes));

    public (IReadOnlyList<Run> Runs, long Last) WithTasks(long after, int most, Action<string, Refusal> damaged) => Use("GetTasks", () => store.WithTasks(after, most, damaged));

    public IReadOnlyList<DueRun> DueBy(DateTimeOffset moment, DueRun? after, int most) => Use("GetTimerTasks", () => store.DueBy(moment, after, most));

    public DateTimeOffset? EarliestDeadline(DateTimeOffset after) => Use("GetTimerTasks", () => store.EarliestDeadline(after));

    public IReadOnlyList<RunKey> ClosedBefore(string @namespace, DateTimeOffset moment, int most, int passed = 0) =>
        Use("ListClosedWorkflowExecutions", () => store.ClosedBefore(@namespace, moment, most, passed));

    public void Commit(Commit commit) => Use("UpdateWorkflowExecution", () =>
    {
        store.Commit(commit);
        return true;
    });

    public void Dispose() => store.Dispose();

    private T Use<T>(string operation, Func<T> use) => meter.Persistence(operation, use, e => e is Refusal { Kind: RefusalKind.DataLoss });
}
