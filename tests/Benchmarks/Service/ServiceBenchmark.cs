using System.Diagnostics;
using System.Globalization;
using FranceTravail.Parcours.Benchmarks.Completion;
using Spectre.Console;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Benchmarks.Service;

/// <summary>What the engine does under each kind of load, one row each; an engine in a process of its own with a new file for each.</summary>
internal static class ServiceBenchmark
{
    public const string Usage = "       dotnet run -c Release --project tests/Benchmarks -- engine [rate|burst|timers|sleepers|lists|replay|start|soak] [SIZE] [--directory DIR]";

    private static readonly Dictionary<string, (int Size, Func<Bench, int, Task> Measure)> Measures = new()
    {
        ["rate"] = (500, OpenLoop.MeasureAsync),
        ["burst"] = (10_000, Bursts.AtOnceAsync),
        ["timers"] = (2_000, Bursts.TimersAsync),
        ["sleepers"] = (20_000, Sleepers.MeasureAsync),
        ["lists"] = (20_000, Sleepers.ListsAsync),
        ["replay"] = (2_000, Histories.MeasureAsync),
        ["start"] = (5, Starts.MeasureAsync),
        ["soak"] = (3600, Soak.MeasureAsync),
    };

    /// <summary>Measures one kind, or all but the long one; a size of its own may be given for one.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var directory = Path.GetTempPath();
        if (args is [.. var before, "--directory", var named])
        {
            (args, directory) = (before, named);
        }

        if (args.Length > 0 && !Measures.ContainsKey(args[0]))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        foreach (var (name, (size, measure)) in Measures.Where(m => args.Length == 0 ? m.Key != "soak" : m.Key == args[0]))
        {
            await using var bench = await Bench.StartAsync(directory);
            var number = args is [_, var given] ? int.Parse(given, CultureInfo.InvariantCulture) : size;
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{name}[/] {number}");
            await measure(bench, number);
        }

        return 0;
    }

    /// <summary>Latencies in one line.</summary>
    public static string Line(IReadOnlyCollection<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? "none" : $"p50 {At(0.5):F1} ms, p95 {At(0.95):F1} ms, p99 {At(0.99):F1} ms, max {At(1):F1} ms";

        double At(double part) => sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Count) - 1)].TotalMilliseconds;
    }

    public static StartWorkflowExecutionRequest Start(string id, TimeSpan? delay = null) => new()
    {
        Namespace = "default",
        WorkflowId = id,
        WorkflowType = new() { Name = nameof(OneActivityOneTimer) },
        TaskQueue = new() { Name = "nobody" },
        RequestId = id,
        WorkflowStartDelay = delay is { } time ? Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(time) : null,
    };

    /// <summary>Does something many times, so many at once; answers how long each took.</summary>
    public static async Task<IReadOnlyCollection<TimeSpan>> ManyAsync(int count, int atOnce, Func<int, Task> act)
    {
        var times = new System.Collections.Concurrent.ConcurrentBag<TimeSpan>();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (n, _) =>
        {
            var begin = Stopwatch.GetTimestamp();
            await act(n);
            times.Add(Stopwatch.GetElapsedTime(begin));
        });
        return times;
    }
}
