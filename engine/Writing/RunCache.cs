using System.Collections.Concurrent;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Storage;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>Committed runs that were used lately. Only the writer puts runs in, so that what is here is never older than the file.</summary>
/// <remarks>It is bounded in number and in bytes: what a run was started with, and its state, may be large.</remarks>
internal sealed class RunCache(IStore store, int capacity = 50_000, long bytes = 128 * 1024 * 1024)
{
    private readonly ConcurrentDictionary<RunKey, Entry> runs = new();
    private readonly ConcurrentDictionary<(string Namespace, string WorkflowId), RunKey> current = new();
    private readonly Queue<RunKey> order = new();
    private long held;
    private long hits;
    private long misses;

    /// <summary>Runs held.</summary>
    public int Count => runs.Count;

    /// <summary>Bytes held, about.</summary>
    public long Bytes => Interlocked.Read(ref held);

    /// <summary>Looked up here, and found.</summary>
    public long Hits => Interlocked.Read(ref hits);

    /// <summary>Looked up here, and read from the store.</summary>
    public long Misses => Interlocked.Read(ref misses);

    public Run? Find(RunKey key) => Lookup(key) ?? store.Find(key);

    public Run? Current(string @namespace, string workflowId) =>
        Lookup(current.GetValueOrDefault((@namespace, workflowId))) ?? store.Current(@namespace, workflowId);

    /// <summary>Committed batches of a run; they are not kept in memory.</summary>
    public IReadOnlyList<History> History(Run run, long firstEventId, long lastEventId) => store.ReadHistory(run.Number, firstEventId, Math.Min(lastEventId, run.State.NextEventId - 1));

    /// <summary>Takes in what was committed. Called by the writer only.</summary>
    public void Put(IEnumerable<RunChange> changes)
    {
        foreach (var change in changes)
        {
            var key = change.Run.Key;
            if (change.Deleted)
            {
                Evict(key);
                continue;
            }

            var entry = new Entry(change.Run with { State = change.Run.State.Kept() }, change.Run.StartEvent.CalculateSize() + change.Run.State.Weight);
            if (runs.TryGetValue(key, out var before))
            {
                held -= before.Weight;
            }
            else
            {
                order.Enqueue(key);
            }

            runs[key] = entry;
            held += entry.Weight;
            if (change.IsNew)
            {
                current[(key.Namespace, key.WorkflowId)] = key;
            }
        }

        while ((order.Count > capacity || held > bytes) && order.TryDequeue(out var oldest))
        {
            Evict(oldest);
        }
    }

    /// <summary>Forgets the runs of a namespace. Called by the writer only.</summary>
    public void Forget(string @namespace)
    {
        foreach (var key in runs.Keys.Where(k => k.Namespace == @namespace))
        {
            Evict(key);
        }
    }

    private Run? Lookup(RunKey key)
    {
        var run = key.RunId is not null && runs.TryGetValue(key, out var entry) ? entry.Run : null;
        Interlocked.Increment(ref run is null ? ref misses : ref hits);
        return run;
    }

    private void Evict(RunKey key)
    {
        if (runs.TryRemove(key, out var entry))
        {
            held -= entry.Weight;
        }

        current.TryRemove(KeyValuePair.Create((key.Namespace, key.WorkflowId), key));
    }

    private sealed record Entry(Run Run, long Weight);
}
