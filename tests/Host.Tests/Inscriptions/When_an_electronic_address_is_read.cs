using FranceTravail.Parcours.Host.Inscriptions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Inscriptions;

public class When_an_electronic_address_is_read
{
    [Theory]
    [InlineData("nom@exemple.fr", "nom@exemple.fr")]
    [InlineData("Prenom.Nom+emploi@mail.exemple.co.uk", "Prenom.Nom+emploi@mail.exemple.co.uk")]
    [InlineData("o'brien@exemple.fr", "o'brien@exemple.fr")]
    [InlineData("élodie@café.fr", "élodie@café.fr")]
    [InlineData("x@xn--caf-dma.fr", "x@xn--caf-dma.fr")]
    [InlineData("Ana Nowak <ana@exemple.fr>", "ana@exemple.fr")]
    [InlineData("<ana@exemple.fr>", "ana@exemple.fr")]
    [InlineData("mailto:ana@exemple.fr", "ana@exemple.fr")]
    public void Should_read_what_a_server_may_take(string text, string expected) => Assert.Equal(expected, Courriels.Lire(text));

    [Theory]
    [InlineData("nom..x@exemple.fr")]
    [InlineData(".nom@exemple.fr")]
    [InlineData("nom.@exemple.fr")]
    [InlineData("nom@exemple..fr")]
    [InlineData("nom@.exemple.fr")]
    [InlineData("nom@exemple.fr.")]
    [InlineData("nom@-exemple.fr")]
    [InlineData("nom@exemple-.fr")]
    [InlineData("nom@exemple")]
    [InlineData("nom@exemple.f")]
    [InlineData("nom@192.168.0.1")]
    [InlineData("nom exemple@exemple.fr")]
    [InlineData("nom@exemple.fr;autre@exemple.fr")]
    [InlineData("nom@@exemple.fr")]
    [InlineData("@exemple.fr")]
    [InlineData("néant")]
    public void Should_refuse_what_none_can(string text) => Assert.Null(Courriels.Lire(text));

    [Fact]
    public void Should_hold_the_lengths_of_the_protocol()
    {
        Assert.NotNull(Courriels.Lire($"{new string('a', 64)}@exemple.fr"));
        Assert.Null(Courriels.Lire($"{new string('a', 65)}@exemple.fr"));
    }
}
