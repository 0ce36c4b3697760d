using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Nothing is said of all of nobody.</summary>
public class When_a_counsellor_follows_nobody(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Should_say_so_until_somebody_is_followed()
    {
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        var page = await counsellor.PageAsync("/ma-journee");
        Assert.Contains("Vous ne suivez encore personne.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Toutes les personnes suivies", page, StringComparison.Ordinal);
        Assert.DoesNotContain("sans nouvelles", page, StringComparison.Ordinal);
        await web.EcrireAsync(Dossiers.Open("Suivie", 2));
        page = await counsellor.PageAsync("/ma-journee");
        Assert.DoesNotContain("Vous ne suivez encore personne.", page, StringComparison.Ordinal);
        Assert.Contains("Toutes les personnes suivies ont eu leur premier rendez-vous.", page, StringComparison.Ordinal);
    }
}
