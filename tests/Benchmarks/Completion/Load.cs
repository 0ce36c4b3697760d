using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Temporalio.Client;
using Temporalio.Worker;

namespace FranceTravail.Parcours.Benchmarks.Completion;

/// <summary>Drives an engine with a real worker: as soon as one workflow has completed the next is started.</summary>
internal sealed class Load(EngineProcess engine, BenchmarkOptions options, bool isListed)
{
    private const string TaskQueue = "benchmark";

    public async Task<Measurement> MeasureAsync()
    {
        var client = await TemporalClient.ConnectAsync(new(engine.Address));
        using var worker = new TemporalWorker(
            client,
            new TemporalWorkerOptions(TaskQueue) { MaxCachedWorkflows = 1000, MaxConcurrentWorkflowTasks = 100, MaxConcurrentActivities = 100 }
                .AddWorkflow<OneActivityOneTimer>()
                .AddActivity(OneActivityOneTimer.Greet));
        return await worker.ExecuteAsync(async () =>
        {
            // As many as are measured: compiling the hot paths costs a young process more than the work itself.
            await CompleteAsync(client, "warm-up", options.Workflows);
            return await CompleteAsync(client, "measured", options.Workflows);
        });
    }

    private async Task<Measurement> CompleteAsync(TemporalClient client, string prefix, int count)
    {
        var numbers = new ConcurrentQueue<int>(Enumerable.Range(0, count));
        var latencies = new ConcurrentBag<TimeSpan>();
        var engineTime = engine.ProcessorTime;
        var workerTime = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, options.InFlight).Select(async _ =>
        {
            while (numbers.TryDequeue(out var number))
            {
                var begin = watch.Elapsed;
                var name = number.ToString(CultureInfo.InvariantCulture);
                await client.ExecuteWorkflowAsync((OneActivityOneTimer workflow) => workflow.RunAsync(name), new($"{prefix}-{name}", TaskQueue));
                latencies.Add(watch.Elapsed - begin);
            }
        }));
        var elapsed = watch.Elapsed;
        var measured = new Measurement(elapsed, [.. latencies.Order()], engine.ProcessorTime - engineTime, Environment.CpuUsage.TotalTime - workerTime);
        if (isListed)
        {
            await VerifyAsync(client, prefix, count);
        }

        return measured;
    }

    // What is not in the engine's own list did not complete.
    private static async Task VerifyAsync(TemporalClient client, string prefix, int count)
    {
        var completed = (await client.CountWorkflowsAsync($"WorkflowId STARTS_WITH '{prefix}-' AND ExecutionStatus = 'Completed'")).Count;
        if (completed != count)
        {
            throw new InvalidOperationException($"{completed} of {count} workflows are listed as completed.");
        }
    }
}
