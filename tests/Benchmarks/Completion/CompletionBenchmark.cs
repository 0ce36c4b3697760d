using System.Globalization;
using System.Runtime.InteropServices;
using Spectre.Console;

namespace FranceTravail.Parcours.Benchmarks.Completion;

/// <summary>Completed workflows per second on a disk, beside the same worker on the same engine without storage.</summary>
internal static class CompletionBenchmark
{
    private const int TableWidth = 140;

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]One activity, one timer[/]: {options.Workflows} workflows a round, {options.InFlight} in flight, {Environment.ProcessorCount} cores shared with the worker, {RuntimeInformation.OSDescription}, .NET {Environment.Version}");
        var durable = new List<Measurement>();
        var memory = new List<Measurement>();
        // Turn by turn, so that whatever else the machine does falls on both.
        for (var round = 0; round < options.Rounds; round++)
        {
            durable.Add(await MeasureOnDiskAsync(options));
            memory.Add(await MeasureAsync(EngineProcess.Memory, options));
        }

        var table = new Table().AddColumns("store", "completed/s", "p50 ms", "p95 ms", "p99 ms", "max ms", "engine CPU ms each", "worker CPU ms each");
        durable.ForEach(measured => AddRow(table, "disk, WAL, synchronous=FULL", measured));
        memory.ForEach(measured => AddRow(table, "none, in memory", measured));
        AnsiConsole.Profile.Width = TableWidth;
        AnsiConsole.Write(table);
        var (onDisk, inMemory) = (Median(durable), Median(memory));
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"median: [bold]{onDisk:F0}/s[/] durable, {inMemory:F0}/s in memory, ratio [bold]{onDisk / inMemory:F2}[/]");
        return 0;
    }

    private static async Task<Measurement> MeasureOnDiskAsync(BenchmarkOptions options)
    {
        var directory = Directory.CreateDirectory(Path.Combine(options.Directory, "parcours-benchmark-" + Path.GetRandomFileName()));
        try
        {
            return await MeasureAsync(Path.Combine(directory.FullName, "moteur.db"), options);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<Measurement> MeasureAsync(string database, BenchmarkOptions options)
    {
        using var engine = await EngineProcess.StartAsync(database);
        return await new Load(engine, options, isListed: database != EngineProcess.Memory).MeasureAsync();
    }

    private static double Median(List<Measurement> measurements) => measurements.Select(measurement => measurement.PerSecond).Order().ElementAt(measurements.Count / 2);

    private static void AddRow(Table table, string store, Measurement measured) => table.AddRow(
        [store, .. new[] { measured.PerSecond, measured.LatencyMilliseconds(50), measured.LatencyMilliseconds(95), measured.LatencyMilliseconds(99), measured.LatencyMilliseconds(100), measured.EngineMillisecondsEach, measured.WorkerMillisecondsEach }
            .Select(value => value.ToString("F1", CultureInfo.InvariantCulture))]);
}
