using System.Text.RegularExpressions;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Host.Tests.Architecture;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Territoires;

public partial class When_a_territory_brands_the_pages
{
    [Fact]
    public void Should_have_an_accent_that_reaches_AA_wherever_it_is_used() => Assert.All(RegistreTerritoires.Lire().Tous, t => Assert.True(Contraste.Suffisant(t), t.Code));

    [Fact]
    public void Should_refuse_an_accent_too_pale()
    {
        var pale = RegistreTerritoires.Lire().Tous[0] with { Accent = "#6fb3ae" };
        Assert.Contains("AA", Assert.Throws<InvalidOperationException>(() => new RegistreTerritoires([pale])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("encre", "papier")]
    [InlineData("encre-2", "papier")]
    [InlineData("encre-2", "surface")]
    [InlineData("encre-3", "papier")]
    [InlineData("retard", "retard-pale")]
    [InlineData("jour", "jour-pale")]
    [InlineData("fait", "fait-pale")]
    [InlineData("info", "info-pale")]
    [InlineData("encre", "neutre-pale")]
    [InlineData("accent", "accent-pale")]
    [InlineData("sur-accent", "accent")]
    public void Should_be_read_on_neutral_tokens_that_reach_AA(string text, string background)
    {
        var tokens = Tokens();
        Assert.InRange(Contraste.Entre(tokens[text], tokens[background]), Contraste.MinimumAA, 21);
    }

    [Fact]
    public void Should_draw_fields_with_a_border_that_reaches_three_to_one()
    {
        var tokens = Tokens();
        Assert.InRange(Contraste.Entre(tokens["filet-fort"], tokens["surface"]), 3, 21);
    }

    private static Dictionary<string, string> Tokens() => Token().Matches(File.ReadAllText(Path.Combine(Repository.Root, "host/wwwroot/css/jetons.css")))
        .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    [GeneratedRegex(@"--([a-z0-9-]+):\s*(#[0-9a-f]{6});")]
    private static partial Regex Token();
}
