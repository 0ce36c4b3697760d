using System.Text.RegularExpressions;
using FranceTravail.Parcours.Host.Tests.Architecture;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Langue;

public partial class When_a_person_is_spoken_to
{
    /// <summary>Nobody speaks as in « inscrit(e) », and a screen reader stumbles on it: another turn of phrase says it for everybody.</summary>
    [Fact]
    public void Should_never_put_a_feminine_in_brackets()
    {
        string[] places = ["workflows", "activities", "designer", "host"];
        var texts = places.SelectMany(p => Directory.EnumerateFiles(Path.Combine(Repository.Root, p), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".liquid" or ".razor" or ".cs" && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        Assert.InRange(texts.Count, 100, int.MaxValue);
        Assert.Empty(texts.SelectMany(f => File.ReadLines(f).Where(l => Bracketed().IsMatch(l)).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}")));
    }

    /// <summary>A word that begins small and stands by itself: what code calls begins with a capital or follows a dot.</summary>
    [GeneratedRegex(@"(?<![\w.@])\p{Ll}+\((e|es|ne|ve|ère|trice)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();
}
