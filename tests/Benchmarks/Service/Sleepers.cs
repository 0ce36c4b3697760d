using System.Diagnostics;

namespace FranceTravail.Parcours.Benchmarks.Service;

/// <summary>Runs that wait for a moment far away: what each costs, what a start on them costs, and what lists over them take.</summary>
internal static class Sleepers
{
    public static async Task MeasureAsync(Bench bench, int count)
    {
        var (time, cpu, memory) = (Stopwatch.GetTimestamp(), bench.Engine.ProcessorTime, bench.Engine.WorkingSet);
        await FillAsync(bench, count);
        var elapsed = Stopwatch.GetElapsedTime(time);
        Console.WriteLine($"  {count} sleeping runs: {count / elapsed.TotalSeconds:F0}/s, CPU {(bench.Engine.ProcessorTime - cpu).TotalMilliseconds / count:F2} ms, file {bench.Bytes / 1024.0 / count:F2} KiB, memory {(bench.Engine.WorkingSet - memory) / 1024.0 / count:F2} KiB each; {bench.Engine.WorkingSet >> 20} MiB in all");
        time = Stopwatch.GetTimestamp();
        await bench.RestartAsync();
        await bench.Client.Connection.WorkflowService.StartWorkflowExecutionAsync(ServiceBenchmark.Start("afterwards"));
        var task = await bench.Client.Connection.WorkflowService.PollWorkflowTaskQueueAsync(new() { Namespace = "default", TaskQueue = new() { Name = "nobody" }, Identity = "bench" });
        Console.WriteLine($"  stopped and started again: first task after {Stopwatch.GetElapsedTime(time).TotalSeconds:F2} s ({task.WorkflowExecution.WorkflowId}), {bench.Engine.WorkingSet >> 20} MiB");
    }

    public static async Task ListsAsync(Bench bench, int count)
    {
        await FillAsync(bench, count);
        var service = bench.Client.Connection.WorkflowService;
        foreach (var query in (string[])["", "ExecutionStatus = 'Running'", "WorkflowType = 'none'", "WorkflowId = 'w-17'"])
        {
            var pages = await ServiceBenchmark.ManyAsync(200, 1, _ => service.ListWorkflowExecutionsAsync(new() { Namespace = "default", Query = query, PageSize = 100 }));
            var counts = await ServiceBenchmark.ManyAsync(200, 1, _ => service.CountWorkflowExecutionsAsync(new() { Namespace = "default", Query = query }));
            Console.WriteLine($"  over {count}, '{query}': first page {ServiceBenchmark.Line(pages)}; count {ServiceBenchmark.Line(counts)}");
        }
    }

    private static Task<IReadOnlyCollection<TimeSpan>> FillAsync(Bench bench, int count) => ServiceBenchmark.ManyAsync(
        count, 100, n => bench.Client.Connection.WorkflowService.StartWorkflowExecutionAsync(ServiceBenchmark.Start($"w-{n}", TimeSpan.FromDays(300))));
}
