using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Tests.Etapes;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Tests.Delais;

public class When_a_commune_counts_a_delay
{
    /// <summary>The commune | the day before a holiday of its own | the last day of one day from then | the same in Paris.</summary>
    [Theory]
    [InlineData("67482", "2026-04-02", "2026-04-07", "2026-04-03")] // Strasbourg, Good Friday, then Easter
    [InlineData("67180", "2026-04-02", "2026-04-03", "2026-04-03")] // Haguenau knows no temple here
    [InlineData("57463", "2028-12-25", "2028-12-27", "2028-12-26")] // Metz, 26 December
    [InlineData("67180", "2028-12-25", "2028-12-27", "2028-12-26")]
    [InlineData("97411", "2027-12-19", "2027-12-21", "2027-12-20")] // Saint-Denis, 20 December
    [InlineData("97209", "2028-05-21", "2028-05-23", "2028-05-22")] // Fort-de-France, 22 May
    [InlineData("97105", "2026-05-26", "2026-05-28", "2026-05-27")] // Basse-Terre, 27 May
    [InlineData("97302", "2026-06-09", "2026-06-11", "2026-06-10")] // Cayenne, 10 June
    [InlineData("97608", "2026-04-26", "2026-04-28", "2026-04-27")] // Dzaoudzi, 27 April
    [InlineData("97701", "2026-10-08", "2026-10-12", "2026-10-09")] // Saint-Barthélemy, 9 October, a Friday
    public void Should_put_it_off_past_its_own_holidays(string commune, string veille, string fin, string aParis)
    {
        Assert.Equal(fin, Echeance(commune, veille));
        Assert.Equal(aParis, Echeance("75056", veille));
    }

    [Theory]
    [InlineData("69383", "69123")] // an arrondissement
    [InlineData("75112", "75056")]
    [InlineData("13208", "13055")]
    public void Should_count_for_an_arrondissement_as_for_its_city(string code, string ville) =>
        Assert.Same(CalendriersCommunes.Nationaux.De(ville), CalendriersCommunes.Nationaux.De(code));

    /// <summary>Borny went into Metz, whatever the day that is asked about; it has the Good Friday of Metz.</summary>
    [Fact]
    public void Should_count_for_a_merged_commune_as_for_the_one_it_went_into() =>
        Assert.Equal("alsace-moselle-vendredi-saint", CalendriersCommunes.Nationaux.De("57094", new(2026, 4, 2)).Code);

    [Fact]
    public void Should_let_a_deployment_add_a_commune_and_keep_those_that_are_known()
    {
        var calendriers = new CalendriersCommunes("67180");
        Assert.All(["67180", "67482"], commune => Assert.Equal("alsace-moselle-vendredi-saint", calendriers.De(commune).Code));
    }

    /// <summary>Nobody reaches a calendar but through a commune.</summary>
    [Fact]
    public void Should_be_asked_by_its_commune_everywhere() => Assert.Empty(
        new[] { "workflows", "activities", "designer", "host" }.SelectMany(sous => SourcesEtapes.Lignes(sous))
            .Where(l => l.Texte.Contains("CalendriersCivils", StringComparison.Ordinal) && !l.Fichier.StartsWith("workflows/Delais/", StringComparison.Ordinal))
            .Select(l => $"{l.Fichier}:{l.Ligne}"));

    private static string Echeance(string commune, string veille)
    {
        var depart = LocalDatePattern.Iso.Parse(veille).Value;
        return LocalDatePattern.Iso.Format(DelaiLegal.EnJours(1).Echeance(depart, CalendriersCommunes.Nationaux.De(commune, depart)));
    }
}
