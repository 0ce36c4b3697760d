using System.Globalization;
using FranceTravail.Parcours.Benchmarks.Completion;
using FranceTravail.Parcours.Benchmarks.Journeys;
using FranceTravail.Parcours.Benchmarks.Pages;
using FranceTravail.Parcours.Benchmarks.Service;

// "serve DATABASE ADDRESS" is the engine alone, in a process of its own, so that its processor time is known apart from the worker's.
if (args is ["serve", var database, var address])
{
    await EngineProcess.ServeAsync(database, address);
    return 0;
}

// Measures of the pages over a large case store.
if (args is ["pages" or "direct", "sqlite" or "postgresql", var folder, .. var rest])
{
    int Number(int at, int otherwise) => rest.Length > at ? int.Parse(rest[at], CultureInfo.InvariantCulture) : otherwise;
    return args[0] == "pages"
        ? await PagesBenchmark.RunAsync(args[1], folder, Number(0, 100_000), Number(1, 200))
        : await DirectBenchmark.RunAsync(args[1], folder, Number(0, 100_000));
}

// What a journey weighs and how its acts are answered.
if (args is ["journeys", var data, .. var count])
{
    return await JourneysBenchmark.RunAsync(data, count is [var persons] ? int.Parse(persons, CultureInfo.InvariantCulture) : 100);
}

// The other kinds of load on the engine.
if (args is ["engine", .. var what])
{
    return await ServiceBenchmark.RunAsync(what);
}

if (BenchmarkOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    Console.Error.WriteLine(ServiceBenchmark.Usage);
    Console.Error.WriteLine(PagesBenchmark.Usage);
    Console.Error.WriteLine(JourneysBenchmark.Usage);
    return 2;
}

return await CompletionBenchmark.RunAsync(options);
