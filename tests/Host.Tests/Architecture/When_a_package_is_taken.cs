using System.Xml.Linq;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Architecture;

public sealed class When_a_package_is_taken
{
    private static readonly List<string> Central = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
        .Descendants("PackageVersion").Select(item => item.Attribute("Include")!.Value).ToList();

    [Fact]
    public void Should_have_an_owner_and_a_reason_in_the_documentation()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "dependencies.md"));

        Assert.DoesNotContain(Central, package => !page.Contains($"| {package} |", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_be_used_by_some_project() =>
        Assert.Empty(Central.Except(Repository.Projects.Keys.SelectMany(Repository.PackagesOf)));
}
