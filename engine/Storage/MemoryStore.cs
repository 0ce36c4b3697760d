using System.Collections.Concurrent;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Deadlines;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>Keeps nothing beyond the process: the measure of what storage costs. It has no visibility.</summary>
internal sealed class MemoryStore : IStore
{
    private readonly ConcurrentDictionary<RunKey, Run> runs = new();
    private readonly ConcurrentDictionary<(string Namespace, string WorkflowId), RunKey> current = new();
    private readonly ConcurrentDictionary<long, List<History>> histories = new();

    public long LastRunNumber { get; private set; }

    public long Commits { get; private set; }

    public string? Complaint => null;

    public Run? Find(RunKey key) => runs.GetValueOrDefault(key);

    public Run? Current(string @namespace, string workflowId) => current.TryGetValue((@namespace, workflowId), out var key) ? Find(key) : null;

    public IReadOnlyList<History> ReadHistory(long runNumber, long firstEventId, long lastEventId, int most = int.MaxValue, long bytes = long.MaxValue)
    {
        if (!histories.TryGetValue(runNumber, out var batches))
        {
            return [];
        }

        lock (batches)
        {
            var read = 0L;
            return [.. batches.Where(b => b.Events[^1].EventId >= firstEventId && b.Events[0].EventId <= lastEventId)
                .TakeWhile((b, i) => (read += b.CalculateSize()) <= bytes || i == 0).Take(most)];
        }
    }

    public (IReadOnlyList<Run> Runs, long Last) WithTasks(long after, int most, Action<string, Refusal> damaged)
    {
        var found = runs.Values.Where(r => r.Number > after && Busy.Is(r.State)).OrderBy(r => r.Number).Take(most).ToList();
        return (found, found.Count < most ? 0 : found[^1].Number);
    }

    public IReadOnlyList<DueRun> DueBy(DateTimeOffset moment, DueRun? after, int most) =>
    [
        .. runs.Values.Select(r => (Run: r, Deadline.Next(r.State)?.At)).Where(d => d.At <= moment).Select(d => new DueRun(d.Run.Key, d.Run.Number, d.At!.Value))
            .Where(d => after is null || d.At > after.At || (d.At == after.At && d.Number > after.Number))
            .OrderBy(d => d.At).ThenBy(d => d.Number).Take(most),
    ];

    public DateTimeOffset? EarliestDeadline(DateTimeOffset after) => runs.Values.Select(r => Deadline.Next(r.State)?.At).Where(d => d > after).Min();

    public IReadOnlyList<RunKey> ClosedBefore(string @namespace, DateTimeOffset moment, int most, int passed = 0) =>
        [.. runs.Values.Where(r => r.Key.Namespace == @namespace && r.State.CloseTime < moment).OrderBy(r => r.State.CloseTime).ThenBy(r => r.Number).Skip(passed).Take(most).Select(r => r.Key)];

    public void Commit(Commit commit)
    {
        foreach (var change in commit.Changes)
        {
            if (change.Deleted)
            {
                Remove(change.Run);
                continue;
            }

            LastRunNumber = Math.Max(LastRunNumber, change.Run.Number);
            if (change.IsNew)
            {
                current[(change.Run.Key.Namespace, change.Run.Key.WorkflowId)] = change.Run.Key;
            }

            runs[change.Run.Key] = change.Run with { State = change.Run.State.Kept() };
            var batches = histories.GetOrAdd(change.Run.Number, _ => []);
            lock (batches)
            {
                batches.AddRange(change.Batches);
            }
        }

        Commits++;
    }

    public void Dispose()
    {
    }

    private void Remove(Run run)
    {
        runs.TryRemove(run.Key, out _);
        histories.TryRemove(run.Number, out _);
        current.TryRemove(KeyValuePair.Create((run.Key.Namespace, run.Key.WorkflowId), run.Key));
    }
}
