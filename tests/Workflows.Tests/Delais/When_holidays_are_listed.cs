using FranceTravail.Parcours.Workflows.Delais;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Tests.Delais;

public class When_holidays_are_listed
{
    public static TheoryData<int> Annees => [.. Enumerable.Range(2000, 101)];

    [Theory]
    [InlineData(2025, "2025-04-21", "2025-05-29", "2025-06-09", "2025-04-18")]
    [InlineData(2026, "2026-04-06", "2026-05-14", "2026-05-25", "2026-04-03")]
    [InlineData(2027, "2027-03-29", "2027-05-06", "2027-05-17", "2027-03-26")]
    public void Should_move_with_Easter(int annee, string lundiPaques, string ascension, string pentecote, string vendrediSaint)
    {
        var dates = CalendriersCivils.AlsaceMoselleVendrediSaint.Feries(annee).ToDictionary(f => f.Nom, f => LocalDatePattern.Iso.Format(f.Date));
        Assert.Equal(
            (lundiPaques, ascension, pentecote, vendrediSaint),
            (dates["Lundi de Pâques"], dates["Ascension"], dates["Lundi de Pentecôte"], dates["Vendredi saint"]));
    }

    [Theory]
    [MemberData(nameof(Annees))]
    public void Should_agree_with_another_computation_of_Easter(int annee) =>
        Assert.Equal(PaquesParLesLunes(annee).PlusDays(1), CalendriersCivils.Metropole.Feries(annee).Single(f => f.Nom == "Lundi de Pâques").Date);

    [Theory]
    [MemberData(nameof(Annees))]
    public void Should_be_eleven_everywhere_and_in_order(int annee)
    {
        var feries = CalendriersCivils.Metropole.Feries(annee);
        Assert.Equal(11, feries.Count);
        Assert.Equal(feries.Select(f => f.Date).Order(), feries.Select(f => f.Date));
        Assert.All(CalendriersCivils.Tous, c => Assert.Empty(feries.Select(f => f.Date).Except(c.Feries(annee).Select(f => f.Date))));
    }

    [Theory]
    [InlineData("alsace-moselle", "2026-12-26")]
    [InlineData("alsace-moselle-vendredi-saint", "2026-04-03,2026-12-26")]
    [InlineData("mayotte", "2026-04-27")]
    [InlineData("martinique", "2026-05-22")]
    [InlineData("guadeloupe", "2026-05-27")]
    [InlineData("saint-martin", "2026-05-27")]
    [InlineData("guyane", "2026-06-10")]
    [InlineData("saint-barthelemy", "2026-10-09")]
    [InlineData("reunion", "2026-12-20")]
    [InlineData("saint-pierre-et-miquelon", "")]
    public void Should_add_those_of_the_place(string code, string ajoutes)
    {
        var communs = CalendriersCivils.Metropole.Feries(2026).Select(f => f.Date);
        var locaux = CalendriersCivils.Trouver(code)!.Feries(2026).Select(f => f.Date).Except(communs).Select(LocalDatePattern.Iso.Format);
        Assert.Equal(ajoutes, string.Join(',', locaux));
    }

    [Fact]
    public void Should_name_the_article_of_each() =>
        Assert.All(CalendriersCivils.Tous.SelectMany(c => c.Feries(2026)), f => Assert.StartsWith("Code du travail, art. L31", f.BaseLegale.Replace("L3422", "L3134")));

    [Theory]
    [InlineData("75056", "metropole")]
    [InlineData("2A004", "metropole")]
    [InlineData("62510", "metropole")]
    [InlineData("67482", "alsace-moselle-vendredi-saint")]
    [InlineData("67001", "alsace-moselle")]
    [InlineData("57001", "alsace-moselle")]
    [InlineData("68224", "alsace-moselle-vendredi-saint")]
    [InlineData("97105", "guadeloupe")]
    [InlineData("97209", "martinique")]
    [InlineData("97302", "guyane")]
    [InlineData("97411", "reunion")]
    [InlineData("97502", "saint-pierre-et-miquelon")]
    [InlineData("97608", "mayotte")]
    [InlineData("97701", "saint-barthelemy")]
    [InlineData("97801", "saint-martin")]
    public void Should_be_found_by_the_commune(string insee, string code) => Assert.Equal(code, CalendriersCommunes.Nationaux.De(insee).Code);

    [Fact]
    public void Should_let_a_territory_say_where_Good_Friday_is_a_holiday() =>
        Assert.Equal("alsace-moselle-vendredi-saint", new CalendriersCommunes("67001").De("67001").Code);

    [Fact]
    public void Should_have_no_calendar_for_an_unknown_code() => Assert.Null(CalendriersCivils.Trouver("atlantide"));

    /// <summary>Easter by its definition: the Sunday after the paschal full moon, found from the golden number and the Gregorian corrections.</summary>
    private static LocalDate PaquesParLesLunes(int annee)
    {
        var nombreOr = (annee % 19) + 1;
        var siecle = (annee / 100) + 1;
        var solaire = (3 * siecle / 4) - 12;
        var lunaire = (((8 * siecle) + 5) / 25) - 5;
        var epacte = ((((11 * nombreOr) + 20 + lunaire - solaire) % 30) + 30) % 30;
        if ((epacte == 25 && nombreOr > 11) || epacte == 24)
        {
            epacte++;
        }

        var lune = 44 - epacte;
        var pleineLune = new LocalDate(annee, 3, 1).PlusDays((lune < 21 ? lune + 30 : lune) - 1);
        return pleineLune.Next(IsoDayOfWeek.Sunday);
    }
}
