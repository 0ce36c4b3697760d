using System.Text.RegularExpressions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>No line of a page begins with a sign of punctuation: the space before it does not break.</summary>
public partial class When_French_is_set(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/connexion")]
    [InlineData("/inscription")]
    [InlineData("/mon-parcours")]
    [InlineData("/ma-journee")]
    [InlineData("/portefeuille")]
    [InlineData("/dossiers/{0}")]
    public async Task Should_hold_each_double_sign_to_the_word_before_it(string path)
    {
        var dossier = Dossiers.Open("Typographie", 2);
        dossier.ReferentId = path is "/mon-parcours" ? null : dossier.ReferentId;
        await web.EcrireAsync(dossier);
        using var visitor = web.Visiteur();
        if (path is not ("/" or "/connexion" or "/inscription"))
        {
            var person = path is "/mon-parcours";
            await visitor.EntrerAsync(person ? "personne" : "conseiller", person ? dossier.Id : Dossiers.Counsellor);
        }

        var page = await visitor.PageAsync(path.Replace("{0}", dossier.Id, StringComparison.Ordinal));
        Assert.Contains("<h1", page, StringComparison.Ordinal);
        Assert.Empty(BeforeASign().Matches(Tags().Replace(page.Split("<body")[1], "")).Select(m => m.Value));
    }

    [GeneratedRegex(@"<(script|kbd).*?</\1>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex(@".{0,30}\S [:;?!»].{0,10}|« .{0,30}")]
    private static partial Regex BeforeASign();
}
