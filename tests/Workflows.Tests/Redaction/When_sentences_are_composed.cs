using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Redaction;

public class When_sentences_are_composed
{
    [Theory]
    [InlineData("Proposition : oui ; non ?", "Proposition\u00a0: oui\u00a0; non\u00a0?")]
    [InlineData("« Bonjour ! »", "«\u00a0Bonjour\u00a0!\u00a0»")]
    [InlineData("rendez-vous à 14 h 00", "rendez-vous à 14\u00a0h\u00a000")]
    [InlineData("15 h par semaine", "15\u00a0h par semaine")]
    [InlineData("sur 16 h 30 déclarées", "sur 16\u00a0h\u00a030 déclarées")]
    [InlineData("le 22 octobre, le 9 nov. et le 1ᵉʳ mai", "le 22\u00a0octobre, le 9\u00a0nov. et le 1ᵉʳ\u00a0mai")]
    [InlineData("au 14ᵉ jour", "au 14ᵉ\u00a0jour")]
    [InlineData("les 30 jours", "les 30\u00a0jours")]
    public void Should_hold_together_what_belongs_together(string phrase, string composee)
    {
        Assert.Equal(composee, Francais.Composer(phrase));
        Assert.Equal(composee, Francais.Composer(composee));
    }

    [Theory]
    [InlineData(15, "15 h")]
    [InlineData(7.5, "7 h 30")]
    [InlineData(0.25, "0 h 15")]
    [InlineData(16.75, "16 h 45")]
    public void Should_say_hours_as_people_do(double heures, string dit) => Assert.Equal(dit.Replace(' ', '\u00a0'), Francais.Heures((decimal)heures));

    [Theory]
    [InlineData(0, "validée")]
    [InlineData(1.5, "validée")]
    [InlineData(2, "validées")]
    [InlineData(14.5, "validées")]
    public void Should_begin_the_plural_at_two(double heures, string accorde) => Assert.Equal(accorde, Francais.Accorder("validée", (decimal)heures));

    [Fact]
    public void Should_say_dates_as_people_do()
    {
        var moment = new LocalDateTime(2026, 5, 1, 9, 5);
        Assert.Equal("vendredi 1ᵉʳ\u00a0mai à 9\u00a0h\u00a005", Francais.JourEtHeure(moment));
        Assert.Equal("22\u00a0févr.", Francais.DateCourte(new LocalDate(2026, 2, 22)));
    }

    [Theory]
    [InlineData("P1M", "un mois")]
    [InlineData("P30D", "30 jours")]
    [InlineData("P1D", "un jour")]
    [InlineData("P1M10D", "un mois et dix jours")]
    public void Should_say_delays_as_people_do(string delai, string dit) => Assert.Equal(dit, Francais.Duree(DelaiLegal.Analyser(delai)));

    [Fact]
    public void Should_list_as_people_do()
    {
        Assert.Equal("aucun", Francais.Enumerer([]));
        Assert.Equal("mobilité", Francais.Enumerer(["mobilité"]));
        Assert.Equal("mobilité, santé et logement", Francais.Enumerer(["mobilité", "santé", "logement"]));
    }

    [Theory]
    [InlineData("P1M", "dans le mois")]
    [InlineData("P2M", "dans les deux mois")]
    [InlineData("P10D", "dans les dix jours")]
    [InlineData("P30D", "dans les trente jours")]
    [InlineData("P45D", "dans les quarante-cinq jours")]
    [InlineData("P21D", "dans les vingt et un jours")]
    [InlineData("P1M17D", "dans les un mois et dix-sept jours")]
    [InlineData("P71D", "dans les 71 jours")]
    public void Should_say_within_which_delay(string delai, string phrase) => Assert.Equal(phrase, Francais.Dans(DelaiLegal.Analyser(delai)));
}
