using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

public class When_a_list_is_searched(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("d'hondt", true)]
    [InlineData("Ana", true)]
    [InlineData("ana d’hondt-leveque", true)]
    [InlineData("Lévêque", true)]
    [InlineData("ondt", true)]
    [InlineData("😀", false)]
    public async Task Should_find_by_any_word_of_the_name(string typed, bool found)
    {
        using var counsellor = await EntrerAsync();
        await web.EcrireAsync(Dossiers.Open("D’Hondt-Lévêque", 2));
        var page = await counsellor.PageAsync($"/portefeuille?nom={Uri.EscapeDataString(typed)}");
        Assert.Equal(found, page.Contains("Ana D’Hondt-Lévêque", StringComparison.Ordinal));
        Assert.Equal(!found, page.Contains("Personne de ce nom", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_show_the_last_page_when_one_beyond_is_asked_for()
    {
        using var counsellor = await EntrerAsync();
        await web.EcrireAsync([.. Enumerable.Range(0, 51).Select(_ => Dossiers.Open("Zola", 2))]);
        Assert.Contains("Page 2 sur 2", await counsellor.PageAsync("/portefeuille?nom=zola&page=9"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_show_the_whole_morning_when_a_group_does_not_exist()
    {
        using var counsellor = await EntrerAsync();
        var dossier = Dossiers.Open("Groupe", 2);
        await web.EcrireAsync(dossier, Dossiers.Task(dossier, Dossiers.Now, Workflows.Parcours.RoleActeur.Conseiller, "valider 15 h déclarées"));
        Assert.Contains("Ana Groupe", await counsellor.PageAsync("/ma-journee?groupe=rien"), StringComparison.Ordinal);
        Assert.Contains("Rien n’attend ici", await counsellor.PageAsync("/ma-journee?groupe=retard"), StringComparison.Ordinal);
    }

    private async Task<Visiteur> EntrerAsync()
    {
        var visitor = web.Visiteur();
        await visitor.EntrerAsync("conseiller", Dossiers.Counsellor);
        return visitor;
    }
}
