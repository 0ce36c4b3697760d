using System.Diagnostics;
using FranceTravail.Parcours.Benchmarks.Completion;
using Temporalio.Client;
using Temporalio.Worker;

namespace FranceTravail.Parcours.Benchmarks.Service;

/// <summary>Many workflows at once, and many timers of one moment.</summary>
internal static class Bursts
{
    private const string Queue = "benchmark";

    public static async Task AtOnceAsync(Bench bench, int count)
    {
        using var worker = Worker(bench);
        await worker.ExecuteAsync(async () =>
        {
            var (begin, failed) = (Stopwatch.GetTimestamp(), 0);
            var times = await ServiceBenchmark.ManyAsync(count, count, async n =>
            {
                try
                {
                    await bench.Client.ExecuteWorkflowAsync((OneActivityOneTimer w) => w.RunAsync("x"), new($"w-{n}", Queue));
                }
                catch (Temporalio.Exceptions.TemporalException)
                {
                    Interlocked.Increment(ref failed);
                }
            });
            Console.WriteLine($"  {count} at once: all done in {Stopwatch.GetElapsedTime(begin).TotalSeconds:F1} s, {failed} failed; {ServiceBenchmark.Line(times)}");
        });
    }

    /// <summary>First tasks that are due at one moment: when the first and the last of them are in the hands of a worker.</summary>
    public static async Task TimersAsync(Bench bench, int count)
    {
        var service = bench.Client.Connection.WorkflowService;
        var due = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(10 + (count / 500));
        await ServiceBenchmark.ManyAsync(count, 50, n => service.StartWorkflowExecutionAsync(ServiceBenchmark.Start($"w-{n}", due - DateTimeOffset.UtcNow)));
        var taken = new List<TimeSpan>();
        var gate = new Lock();
        await Parallel.ForAsync(0, 50, new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (_, _) =>
        {
            while (true)
            {
                lock (gate)
                {
                    if (taken.Count >= count)
                    {
                        return;
                    }
                }

                if ((await service.PollWorkflowTaskQueueAsync(new() { Namespace = "default", TaskQueue = new() { Name = "nobody" }, Identity = "bench" }, new() { Timeout = TimeSpan.FromSeconds(5) }).NoneAtTimeout())?.TaskToken.Length > 0)
                {
                    lock (gate)
                    {
                        taken.Add(DateTimeOffset.UtcNow - due);
                    }
                }
            }
        });
        Console.WriteLine($"  {count} timers of one moment: first taken {taken.Min().TotalSeconds:F2} s, last {taken.Max().TotalSeconds:F2} s after it; {taken.Count(t => t < TimeSpan.Zero)} early; {count / Math.Max(0.001, taken.Max().TotalSeconds):F0}/s");
    }

    private static TemporalWorker Worker(Bench bench) => new(
        bench.Client,
        new TemporalWorkerOptions(Queue) { MaxCachedWorkflows = 1000, MaxConcurrentWorkflowTasks = 100, MaxConcurrentActivities = 100 }.AddWorkflow<OneActivityOneTimer>().AddActivity(OneActivityOneTimer.Greet));

    private static async Task<T?> NoneAtTimeout<T>(this Task<T> poll)
        where T : class
    {
        try
        {
            return await poll;
        }
        catch (Temporalio.Exceptions.RpcException e) when (e.Code is Temporalio.Exceptions.RpcException.StatusCode.DeadlineExceeded or Temporalio.Exceptions.RpcException.StatusCode.Cancelled)
        {
            return null;
        }
    }
}
