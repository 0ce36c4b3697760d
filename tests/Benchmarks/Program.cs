using FranceTravail.Parcours.Benchmarks.Completion;

// "serve DATABASE" is the engine alone, in a process of its own, so that its processor time is known apart from the worker's.
if (args is ["serve", var database])
{
    await EngineProcess.ServeAsync(database);
    return 0;
}

if (BenchmarkOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(BenchmarkOptions.Usage);
    return 2;
}

return await CompletionBenchmark.RunAsync(options);
