using System.Diagnostics;
using FranceTravail.Parcours.Benchmarks.Completion;
using Temporalio.Client;

namespace FranceTravail.Parcours.Benchmarks.Service;

/// <summary>A new process until its first answer, and what it holds at rest.</summary>
internal static class Starts
{
    public static async Task MeasureAsync(Bench bench, int times)
    {
        var taken = new List<TimeSpan>();
        var memory = 0L;
        for (var n = 0; n < times; n++)
        {
            var begin = Stopwatch.GetTimestamp();
            using var engine = await EngineProcess.StartAsync(Path.Combine(Path.GetDirectoryName(bench.Database)!, $"moteur-{n}.db"));
            var client = await TemporalClient.ConnectAsync(new(engine.Address));
            await client.Connection.WorkflowService.StartWorkflowExecutionAsync(ServiceBenchmark.Start("first"));
            taken.Add(Stopwatch.GetElapsedTime(begin));
            await Task.Delay(TimeSpan.FromSeconds(5));
            memory = Math.Max(memory, engine.WorkingSet);
        }

        Console.WriteLine($"  from the start of the process to its first answer: {ServiceBenchmark.Line(taken)}; at rest {memory >> 20} MiB");
    }
}
