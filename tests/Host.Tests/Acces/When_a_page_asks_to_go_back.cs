using FranceTravail.Parcours.Host.Acces;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Acces;

public class When_a_page_asks_to_go_back
{
    [Theory]
    [InlineData("/ma-journee")]
    [InlineData("/dossiers/x?faits=tous")]
    public void Should_go_to_a_page_of_this_site(string url) => Assert.Equal(url, Retour.Local(url));

    [Fact]
    public void Should_write_it_as_a_header_may_hold_it() => Assert.Equal("/x?nom=L%C3%A9a%20%E2%82%AC%EF%BF%BD&y=%20", Retour.Local("/x?nom=Léa €\ud800&y=%20"));

    [Fact]
    public void Should_not_go_where_no_page_is_so_long() => Assert.Null(Retour.Local("/" + new string('a', 5_000)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/a\nb")]
    public void Should_never_go_elsewhere(string? url) => Assert.Null(Retour.Local(url));
}
