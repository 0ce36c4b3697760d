using System.Diagnostics.Metrics;

namespace FranceTravail.Parcours.Engine;

/// <summary>What is looked at when somebody reads the meter.</summary>
internal static class Gauges
{
    public static void Add(Watching.EngineMeter meter, EngineCore core)
    {
        meter.Watch("engine_writer_queue", "Units of work that wait for the writer or are being written.", () => core.Writer.Waiting);
        meter.Watch("engine_cache_runs", "Runs held in memory.", () => core.Cache.Count);
        meter.Watch("engine_cache_bytes", "Bytes of the runs held in memory, about.", () => core.Cache.Bytes);
        meter.Watch("engine_cache_hits", "Runs that were found in memory, since the start.", () => core.Cache.Hits);
        meter.Watch("engine_cache_misses", "Runs that were read from the store, since the start.", () => core.Cache.Misses);
        meter.Watch("engine_degraded", "1 while something is not as it should be, as the health check says.", () => core.Condition.Complaint is null ? 0 : 1);
        meter.Watch("approximate_backlog_count", "Tasks that wait for workers, by queue.", () => Backlogs(core, b => b.Count));
        meter.Watch("approximate_backlog_age_seconds", "Age of the first task that waits, by queue.", () => Backlogs(core, b => (core.Clock.GetUtcNow() - b.Since).TotalSeconds), "s");
    }

    private static IEnumerable<Measurement<T>> Backlogs<T>(EngineCore core, Func<(int Count, DateTimeOffset Since), T> measure)
        where T : struct => core.Queues.Backlogs().Select(b => new Measurement<T>(
            measure((b.Count, b.Since)), new("namespace", b.Name.Namespace), new("taskqueue", b.Name.Name), new("task_type", b.Name.Kind.ToString())));
}
