using System.Collections.Concurrent;
using System.Diagnostics;
using FranceTravail.Parcours.Benchmarks.Completion;
using Temporalio.Client;
using Temporalio.Exceptions;
using Temporalio.Worker;

namespace FranceTravail.Parcours.Benchmarks.Service;

/// <summary>
/// A steady load for a long time, with a real worker, and the engine killed at the end of each round: memory and latencies have to stay as they are,
/// the file has to grow by what is kept of each workflow, and nothing that was answered may be missing.
/// </summary>
internal static class Soak
{
    private const string TaskQueue = "soak";
    private const int PerSecond = 100;
    private const int Rounds = 12;

    public static async Task MeasureAsync(Bench bench, int seconds)
    {
        var (done, cut) = (0, 0);
        using var worker = Worker(bench.Client);
        await worker.ExecuteAsync(async () =>
        {
            for (var round = 1; round <= Rounds; round++)
            {
                var latencies = new ConcurrentBag<TimeSpan>();
                var (begin, running) = (Stopwatch.GetTimestamp(), new List<Task>());
                for (var n = 0; n < PerSecond * seconds / Rounds; n++)
                {
                    if (TimeSpan.FromSeconds((double)n / PerSecond) - Stopwatch.GetElapsedTime(begin) is { TotalMilliseconds: > 1 } early)
                    {
                        await Task.Delay(early);
                    }

                    running.Add(OneAsync($"{round}-{n}", TimeSpan.FromSeconds((double)n / PerSecond), begin, latencies));
                }

                // The last ones are under way when the engine is killed.
                Console.WriteLine($"  round {round}: {done} done, {cut} cut, {ServiceBenchmark.Line([.. latencies])}, {bench.Engine.WorkingSet >> 20} MiB, file {bench.Bytes / 1024.0 / Math.Max(1, done):F1} KiB each");
                await bench.KillAsync();
                await Task.WhenAll(running);
                var kept = await CountAsync(bench.Client, "Completed");
                if (kept < done)
                {
                    throw new InvalidOperationException($"{done - kept} workflows that were answered are missing after kill {round}.");
                }
            }

            await GoneOnAsync(bench.Client);
        });
        Console.WriteLine($"  {Rounds} kills: {done} answered, {cut} cut, {await CountAsync(bench.Client, "Completed")} completed, none missing");

        async Task OneAsync(string id, TimeSpan due, long since, ConcurrentBag<TimeSpan> latencies)
        {
            try
            {
                await bench.Client.ExecuteWorkflowAsync((OneActivityOneTimer w) => w.RunAsync(id), new(id, TaskQueue));
                latencies.Add(Stopwatch.GetElapsedTime(since) - due);
                Interlocked.Increment(ref done);
            }
            catch (RpcException)
            {
                Interlocked.Increment(ref cut);
            }
        }
    }

    /// <summary>Those that are under way when the engine is killed go on without anybody who waits for them.</summary>
    private static async Task GoneOnAsync(TemporalClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await foreach (var left in client.ListWorkflowsAsync("ExecutionStatus = 'Running'", new() { Rpc = new() { CancellationToken = patience.Token } }))
            {
                await client.GetWorkflowHandle(left.Id, left.RunId).GetResultAsync(rpcOptions: new() { CancellationToken = patience.Token });
            }
        }
        catch (Exception e) when (patience.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{await CountAsync(client, "Running")} workflows did not go on after the last kill.", e);
        }
    }

    private static TemporalWorker Worker(TemporalClient client) => new(
        client, new TemporalWorkerOptions(TaskQueue) { MaxCachedWorkflows = 500 }.AddWorkflow<OneActivityOneTimer>().AddActivity(OneActivityOneTimer.Greet));

    private static async Task<long> CountAsync(TemporalClient client, string status) => (await client.CountWorkflowsAsync($"ExecutionStatus = '{status}'")).Count;
}
