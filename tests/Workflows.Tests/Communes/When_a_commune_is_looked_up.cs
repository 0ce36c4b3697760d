using FranceTravail.Parcours.Workflows.Communes;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Communes;

public class When_a_commune_is_looked_up
{
    [Theory]
    [InlineData("69123", "69123")]
    [InlineData("69383", "69123")]
    [InlineData("75120", "75056")]
    [InlineData("13201", "13055")]
    [InlineData("69211", "69019")]
    [InlineData("69232", "69123")]
    [InlineData("20004", "2A004")]
    [InlineData("52210", "70122")]
    [InlineData("97123", "97701")]
    [InlineData("97127", "97801")]
    [InlineData("75116", "75056")]
    public void Should_lead_to_the_commune_of_today(string code, string commune) => Assert.Equal(commune, CodeGeographique.Trouver(code)!.Commune.Code);

    [Fact]
    public void Should_name_the_successor_with_its_date()
    {
        Assert.Null(CodeGeographique.Trouver("69123")!.Precision);
        Assert.Equal(
            "69152 (Pierre-Bénite) fait partie de la commune 69149 (Oullins-Pierre-Bénite) au code géographique du 1ᵉʳ\u00a0janvier 2024.",
            CodeGeographique.Trouver("69152")!.Precision);
    }

    [Fact]
    public void Should_be_itself_as_long_as_it_had_not_merged()
    {
        var avant = CodeGeographique.Trouver("69152", new LocalDate(2023, 12, 31))!;
        Assert.Equal(("69152", "Pierre-Bénite", null), (avant.Commune.Code, avant.Commune.Nom, avant.Rattachement));
        Assert.Equal("69149", CodeGeographique.Trouver("69152", new LocalDate(2024, 1, 1))!.Commune.Code);
    }

    [Theory]
    [InlineData("75011", "« 75011 » n’est pas le code INSEE d’une commune, mais le code postal de Paris (75056 ; Paris 11e Arrondissement : 75111).")]
    [InlineData("75001", "« 75001 » n’est pas le code INSEE d’une commune, mais le code postal de Paris (75056 ; Paris 1er Arrondissement : 75101).")]
    [InlineData("75016", "« 75016 » n’est pas le code INSEE d’une commune, mais le code postal de Paris (75056 ; Paris 16e Arrondissement : 75116).")]
    [InlineData("20200", "« 20200 » n’est pas le code INSEE d’une commune, mais le code postal de Bastia (2B033), San-Martino-di-Lota (2B305), Santa-Maria-di-Lota (2B309) et Ville-di-Pietrabugno (2B353).")]
    [InlineData("99999", "« 99999 » n’est pas le code INSEE d’une commune.")]
    public void Should_say_what_a_postal_code_is(string code, string phrase)
    {
        Assert.Null(CodeGeographique.Trouver(code));
        Assert.Equal(phrase, CodeGeographique.DireInconnu(code));
    }

    [Fact]
    public void Should_take_no_postal_code_for_a_commune_that_is_long_gone() => Assert.All(
        CodeGeographique.Communes.SelectMany(c => c.CodesPostaux).Distinct(),
        postal => Assert.False(CodeGeographique.Trouver(postal)?.Rattachement is { Nature: NatureRattachement.Ancienne, DepuisLe: null }));

    [Fact]
    public void Should_name_the_collectivity_that_a_commune_became() => Assert.Equal(
        "97123 était le code de la commune Saint-Barthélemy, devenue la collectivité 977 : son code est 97701.", CodeGeographique.Trouver("97123")!.Precision);

    [Theory]
    [InlineData("99999")]
    [InlineData("")]
    [InlineData("6912")]
    public void Should_find_nothing_for_what_never_was_a_code(string code) => Assert.Null(CodeGeographique.Trouver(code));

    [Fact]
    public void Should_end_every_former_code_in_a_commune_of_today()
    {
        var communes = CodeGeographique.Communes.Select(c => c.Code).ToHashSet();
        Assert.Equal(34_964, communes.Count);
        Assert.All(CodeGeographique.Rattachements, r => Assert.Contains(r.Vers, communes));
        Assert.All(CodeGeographique.Rattachements, r => Assert.DoesNotContain(r.Code, communes));
        Assert.Equal(20 + 9 + 16, CodeGeographique.Rattachements.Count(r => r.Nature is NatureRattachement.Arrondissement));
    }

    [Fact]
    public void Should_know_the_departement_and_the_region_of_each() =>
        Assert.All(CodeGeographique.Communes, c => Assert.NotEmpty(CodeGeographique.DepartementDe(c).Nom + CodeGeographique.RegionDe(c).Nom));

    [Theory]
    [InlineData("62", "du Pas-de-Calais")]
    [InlineData("01", "de l’Ain")]
    [InlineData("08", "des Ardennes")]
    [InlineData("974", "de La Réunion")]
    [InlineData("42", "de la Loire")]
    public void Should_say_a_departement_with_its_article(string code, string nom) => Assert.Equal(nom, CodeGeographique.TrouverDepartement(code)!.DuNom);
}
