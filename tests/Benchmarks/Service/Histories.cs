using System.Diagnostics;
using FranceTravail.Parcours.Benchmarks.Completion;
using Temporalio.Client;
using Temporalio.Worker;

namespace FranceTravail.Parcours.Benchmarks.Service;

/// <summary>Histories fetched and replayed.</summary>
internal static class Histories
{
    private const string Queue = "benchmark";

    public static async Task MeasureAsync(Bench bench, int count)
    {
        using var worker = new TemporalWorker(bench.Client, new TemporalWorkerOptions(Queue).AddWorkflow<OneActivityOneTimer>().AddActivity(OneActivityOneTimer.Greet));
        await worker.ExecuteAsync(() => ServiceBenchmark.ManyAsync(count, 100, n => bench.Client.ExecuteWorkflowAsync((OneActivityOneTimer w) => w.RunAsync("x"), new($"w-{n}", Queue))));
        var (begin, events) = (Stopwatch.GetTimestamp(), 0L);
        var histories = new System.Collections.Concurrent.ConcurrentBag<Temporalio.Common.WorkflowHistory>();
        await ServiceBenchmark.ManyAsync(count, 8, async n =>
        {
            var history = await bench.Client.GetWorkflowHandle($"w-{n}").FetchHistoryAsync();
            Interlocked.Add(ref events, history.Events.Count);
            histories.Add(history);
        });
        Console.WriteLine($"  fetched: {events / Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} events/s");
        begin = Stopwatch.GetTimestamp();
        var replayer = new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<OneActivityOneTimer>());
        var results = await replayer.ReplayWorkflowsAsync(histories, throwOnReplayFailure: true);
        Console.WriteLine($"  replayed: {events / Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} events/s, {results.Count()} histories");
    }
}
