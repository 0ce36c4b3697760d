using System.Collections.Concurrent;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Worker.V1;

namespace FranceTravail.Parcours.Engine.Workers;

/// <summary>The workers that say they are there, by their last heartbeat. They live in memory: after a restart each says so again.</summary>
internal sealed class WorkerRegistry(TimeProvider clock)
{
    /// <summary>A worker that was silent for this long is gone.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Workers held, of all namespaces: the one that was silent longest gives way.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<(string Namespace, string Key), (WorkerHeartbeat Heartbeat, DateTimeOffset At)> workers = new();
    private long heard;

    /// <summary>Takes in a heartbeat; one that says the worker has shut down is its last.</summary>
    public void Hear(string @namespace, WorkerHeartbeat heartbeat)
    {
        if (heartbeat.Status == WorkerStatus.Shutdown)
        {
            workers.TryRemove((@namespace, heartbeat.WorkerInstanceKey), out _);
            return;
        }

        workers[(@namespace, heartbeat.WorkerInstanceKey)] = (heartbeat, clock.GetUtcNow());
        if (Interlocked.Increment(ref heard) % 256 == 0 || workers.Count > Most)
        {
            Sweep();
        }
    }

    public WorkerHeartbeat? Find(string @namespace, string key) =>
        workers.TryGetValue((@namespace, key), out var known) && clock.GetUtcNow() - known.At <= Life ? known.Heartbeat : null;

    /// <summary>All of a namespace, by their keys.</summary>
    public IReadOnlyList<WorkerHeartbeat> All(string @namespace)
    {
        var past = clock.GetUtcNow() - Life;
        return [.. workers.Where(w => w.Key.Namespace == @namespace && w.Value.At >= past).OrderBy(w => w.Key.Key, StringComparer.Ordinal).Select(w => w.Value.Heartbeat)];
    }

    private void Sweep()
    {
        var past = clock.GetUtcNow() - Life;
        foreach (var gone in workers.Where(w => w.Value.At < past).Concat(workers.OrderByDescending(w => w.Value.At).Skip(Most)).ToList())
        {
            workers.TryRemove(gone.Key, out _);
        }
    }
}
