using System.Globalization;

namespace FranceTravail.Parcours.Benchmarks.Completion;

/// <summary>How much is measured.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage = "usage: dotnet run -c Release --project tests/Benchmarks -- [--workflows 3000] [--in-flight 100] [--rounds 3] [--directory DIR]";

    /// <summary>Gets the number of workflows completed in each round.</summary>
    public int Workflows { get; init; } = 3000;

    /// <summary>Gets the number of workflows that are open at any moment.</summary>
    public int InFlight { get; init; } = 100;

    /// <summary>Gets how often each store is measured; they take turns.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Gets the folder on the disk that is measured.</summary>
    public string Directory { get; init; } = Path.GetTempPath();

    /// <summary>Reads the command line; null where it is not understood.</summary>
    public static BenchmarkOptions? Parse(string[] args)
    {
        BenchmarkOptions? options = new();
        foreach (var pair in args.Chunk(2))
        {
            options = pair switch
            {
                ["--workflows", var text] when Number(text) is { } number => options with { Workflows = number },
                ["--in-flight", var text] when Number(text) is { } number => options with { InFlight = number },
                ["--rounds", var text] when Number(text) is { } number => options with { Rounds = number },
                ["--directory", var text] => options with { Directory = text },
                _ => null,
            };
            if (options is null)
            {
                return null;
            }
        }

        return options;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
