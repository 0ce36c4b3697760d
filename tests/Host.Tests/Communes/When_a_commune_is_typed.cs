using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Territoires;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Communes;

public sealed class When_a_commune_is_typed
{
    private readonly RegistreCommunes communes = new();

    [Theory]
    [InlineData("69383", "69123", "69383 (Lyon 3e Arrondissement) est un arrondissement de la commune 69123 (Lyon).")]
    [InlineData("69211", "69019", "69211 (Saint-Jean-d'Ardières) fait aujourd’hui partie de la commune 69019 (Belleville-en-Beaujolais).")]
    [InlineData("2a004", "2A004", null)]
    [InlineData("69123", "69123", null)]
    public void Should_lead_to_the_city_or_to_the_successor_named(string code, string commune, string? precision)
    {
        Assert.Equal(commune, communes.ParCode(code)!.Code);
        Assert.Equal(precision, communes.Trouver(code)!.Precision);
    }

    [Theory]
    [InlineData("69220", "saint jean d’ardieres", "69019")]
    [InlineData("69003", "Lyon 3e Arrondissement", "69123")]
    [InlineData("69003", "Lyon", "69123")]
    public void Should_be_found_by_a_former_name_too(string codePostal, string nom, string commune) => Assert.Equal(commune, communes.Par(codePostal, nom)!.Code);

    [Fact]
    public void Should_not_be_found_by_what_never_was_a_name_there() => Assert.Null(communes.Par("69003", "Marseille"));

    [Fact]
    public async Task Should_be_taken_by_an_import()
    {
        var folder = Directory.CreateTempSubdirectory("parcours-");
        var file = Path.Combine(folder.FullName, "flux.csv");
        await File.WriteAllLinesAsync(file, ["reference;nom;prenom;date_naissance;commune", "R1;Kaba;Idriss;01/02/1992;69383", "R2;Roux;Ines;01/02/1991;69211"]);
        await using var output = new StringWriter();
        Assert.Equal(0, await HostCommandLine.RunAsync(["importer", file, "--essai", "--data", folder.FullName], output, output));
        Assert.Contains("2\u00a0personnes nouvelles", output.ToString(), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Should_belong_to_the_narrowest_territory_that_holds_it()
    {
        var registre = new RegistreTerritoires(
        [
            Territoire("region") with { Regions = ["84"] },
            Territoire("departement") with { Departements = ["69"] },
            Territoire("metropole") with { Epci = ["200046977"] },
            Territoire("bassin") with { Communes = ["69266"] },
        ]);
        Assert.Equal("bassin", registre.De(communes.ParCode("69266")!)!.Code);
        Assert.Equal("metropole", registre.De(communes.ParCode("69381")!)!.Code);
        Assert.Equal("departement", registre.De(communes.ParCode("69141")!)!.Code);
        Assert.Equal("region", registre.De(communes.ParCode("01053")!)!.Code);
        Assert.Null(registre.De(communes.ParCode("75101")!));
    }

    private static Territoire Territoire(string code) => new() { Code = code, Nom = code, Fuseau = "Europe/Paris", Accent = "#0f5b57", AccentPale = "#dcecea" };
}
