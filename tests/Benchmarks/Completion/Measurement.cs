namespace FranceTravail.Parcours.Benchmarks.Completion;

/// <summary>One round over one store.</summary>
/// <param name="Elapsed">From the first start to the last result.</param>
/// <param name="Latencies">From the start of a workflow to its result, in ascending order.</param>
/// <param name="EngineTime">Processor time of the engine.</param>
/// <param name="WorkerTime">Processor time of the worker and the client.</param>
internal sealed record Measurement(TimeSpan Elapsed, IReadOnlyList<TimeSpan> Latencies, TimeSpan EngineTime, TimeSpan WorkerTime)
{
    public double PerSecond => Latencies.Count / Elapsed.TotalSeconds;

    public double EngineMillisecondsEach => EngineTime.TotalMilliseconds / Latencies.Count;

    public double WorkerMillisecondsEach => WorkerTime.TotalMilliseconds / Latencies.Count;

    public double LatencyMilliseconds(double percentile) => Latencies[(int)Math.Ceiling(percentile / 100 * Latencies.Count) - 1].TotalMilliseconds;
}
