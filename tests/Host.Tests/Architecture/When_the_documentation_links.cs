using System.Text.RegularExpressions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Architecture;

public sealed partial class When_the_documentation_links
{
    [Fact]
    public void Should_lead_to_what_exists()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "README.md"));

        var broken = pages.SelectMany(page => Link().Matches(File.ReadAllText(page))
            .Select(link => link.Groups[1].Value)
            .Where(target => !target.StartsWith("http", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)))
            .Select(target => $"{Path.GetRelativePath(Repository.Root, page)} → {target}"));

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\]\(([^)#]+)")]
    private static partial Regex Link();
}
