using System.Collections.Concurrent;
using System.Diagnostics;

namespace FranceTravail.Parcours.Benchmarks.Service;

/// <summary>Starts and signals that come at a fixed rate, whether the ones before are answered or not.</summary>
internal static class OpenLoop
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    public static async Task MeasureAsync(Bench bench, int perSecond)
    {
        var service = bench.Client.Connection.WorkflowService;
        await ServiceBenchmark.ManyAsync(500, 20, n => service.StartWorkflowExecutionAsync(ServiceBenchmark.Start($"warm-{n}")));
        var (starts, signals, failed) = (new ConcurrentBag<TimeSpan>(), new ConcurrentBag<TimeSpan>(), 0);
        var (begin, tasks) = (Stopwatch.GetTimestamp(), new List<Task>());
        for (var n = 0; n < perSecond * Time.TotalSeconds; n++)
        {
            var due = TimeSpan.FromSeconds((double)n / perSecond) - Stopwatch.GetElapsedTime(begin);
            if (due > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(due);
            }

            tasks.Add(OneAsync(n, TimeSpan.FromSeconds((double)n / perSecond)));
        }

        await Task.WhenAll(tasks);
        Console.WriteLine($"  starts, {perSecond}/s: {starts.Count} answered, {ServiceBenchmark.Line(starts)}");
        Console.WriteLine($"  signals, {perSecond}/s: {signals.Count} answered, {ServiceBenchmark.Line(signals)}; {failed} failed");

        // Measured from when it was due: a call that had to wait for its turn is late.
        async Task OneAsync(int n, TimeSpan due)
        {
            try
            {
                await service.StartWorkflowExecutionAsync(ServiceBenchmark.Start($"w-{n}"));
                starts.Add(Stopwatch.GetElapsedTime(begin) - due);
                var signalled = Stopwatch.GetElapsedTime(begin);
                await service.SignalWorkflowExecutionAsync(new() { Namespace = "default", WorkflowExecution = new() { WorkflowId = $"w-{n}" }, SignalName = "s", RequestId = $"s-{n}" });
                signals.Add(Stopwatch.GetElapsedTime(begin) - signalled);
            }
            catch (Temporalio.Exceptions.RpcException)
            {
                Interlocked.Increment(ref failed);
            }
        }
    }
}
