using System.Text.RegularExpressions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Architecture;

/// <summary>A row of <c>docs/parcours.md</c> cannot rot: the files and tests that it names are there, one of each name, and it says its proof.</summary>
public sealed partial class When_a_rule_is_placed
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "parcours.md"));

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden };

    private static readonly List<string> Files = [.. Directory.EnumerateFiles(Repository.Root, "*", Everywhere)
        .Select(path => "/" + Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Where(path => !Made().IsMatch(path))];

    [Fact]
    public void Should_name_files_that_are_there_once() =>
        Assert.All(Named(FileName()), name => Assert.Single(Files, path => path.EndsWith($"/{name}", StringComparison.Ordinal)));

    [Fact]
    public void Should_name_tests_that_are_there_once() => Assert.All(Named(TestName()), name =>
    {
        var path = Assert.Single(Files, path => path.StartsWith("/tests/", StringComparison.Ordinal) && path.EndsWith($"/{name}.cs", StringComparison.Ordinal));
        var text = File.ReadAllText(Path.Combine(Repository.Root, path[1..]));
        Assert.Matches($@"\bclass {name.Split('/')[^1]}\b", text);
        Assert.Matches(@"\[(Fact|Theory)\b", text);
    });

    [Fact]
    public void Should_say_of_each_rule_what_proves_it_or_that_nothing_does()
    {
        var rules = Rule().Matches(Page).Select(row => row.Groups["proof"].Value).Where(proof => proof is not ("proof" or "---")).ToList();
        Assert.NotEmpty(rules);
        Assert.All(rules, proof => Assert.True(TestName().IsMatch(proof) || proof.Contains("no test", StringComparison.Ordinal), proof));
    }

    private static List<string> Named(Regex kind)
    {
        var names = kind.Matches(Page).Select(m => m.Groups["name"].Value).Distinct().ToList();
        Assert.NotEmpty(names);
        return names;
    }

    [GeneratedRegex(@"`(?<name>[\w./-]+\.(cs|csv|css|liquid|razor|json))`", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"`(?<name>(\w+/)?(When_\w+|\w+Tests))`", RegexOptions.CultureInvariant)]
    private static partial Regex TestName();

    /// <summary>A row of four cells; the last one is the proof.</summary>
    [GeneratedRegex(@"^\|[^|\n]+\|[^|\n]+\|[^|\n]+\| (?<proof>[^|\n]+) \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex("/(bin|obj|node_modules)/", RegexOptions.CultureInvariant)]
    private static partial Regex Made();
}
