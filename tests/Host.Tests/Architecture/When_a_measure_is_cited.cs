using System.Text.RegularExpressions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Architecture;

/// <summary>A number of <c>docs/performance.md</c> can be taken again: its command is one that the benchmarks know.</summary>
public partial class When_a_measure_is_cited
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "performance.md"));

    private static readonly string Benchmarks = string.Concat(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Benchmarks"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText));

    [Fact]
    public void Should_have_a_command_that_the_benchmarks_know()
    {
        var commands = Command().Matches(Page).Select(c => c.Groups["args"].Value.Trim().Split(' ')).ToList();
        Assert.NotEmpty(commands);
        Assert.All(
            commands.SelectMany(words => words).Where(word => word.Any(char.IsAsciiLetterLower)),
            word => Assert.Contains($"\"{word}\"", Benchmarks, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^dotnet run -c Release --project tests/Benchmarks -- (?<args>[^#\n]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}
