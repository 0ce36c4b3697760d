using System.Collections.Concurrent;
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

    public long LastRunNumber => 0;

    public Run? Find(RunKey key) => runs.GetValueOrDefault(key);

    public Run? Current(string @namespace, string workflowId) => current.TryGetValue((@namespace, workflowId), out var key) ? Find(key) : null;

    public IReadOnlyList<History> ReadHistory(long runNumber, long firstEventId, long lastEventId, int most = int.MaxValue)
    {
        if (!histories.TryGetValue(runNumber, out var batches))
        {
            return [];
        }

        lock (batches)
        {
            return [.. batches.Where(b => b.Events[^1].EventId >= firstEventId && b.Events[0].EventId <= lastEventId).Take(most)];
        }
    }

    public IReadOnlyList<RunKey> WithTasks() => [];

    public IReadOnlyList<(RunKey Key, DateTimeOffset Deadline)> DueBy(DateTimeOffset moment) =>
        [.. runs.Values.Select(r => (r.Key, Deadline: Deadline.Next(r.State)?.At)).Where(d => d.Deadline <= moment).Select(d => (d.Key, d.Deadline!.Value))];

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

            if (change.IsNew)
            {
                current[(change.Run.Key.Namespace, change.Run.Key.WorkflowId)] = change.Run.Key;
            }

            runs[change.Run.Key] = change.Run;
            var batches = histories.GetOrAdd(change.Run.Number, _ => []);
            lock (batches)
            {
                batches.AddRange(change.Batches);
            }
        }
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
