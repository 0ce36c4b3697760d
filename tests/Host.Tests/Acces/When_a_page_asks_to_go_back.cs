using FranceTravail.Parcours.Host.Acces;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Acces;

public class When_a_page_asks_to_go_back
{
    [Theory]
    [InlineData("/ma-journee")]
    [InlineData("/dossiers/x?faits=tous")]
    public void Should_go_to_a_page_of_this_site(string url) => Assert.Equal(url, Retour.Local(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/a\nb")]
    public void Should_never_go_elsewhere(string? url) => Assert.Null(Retour.Local(url));
}
