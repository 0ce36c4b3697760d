using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Population;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Host.Tests.Imports;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Population;

public class When_a_population_is_generated
{
    [Fact]
    public void Should_be_the_same_for_the_same_seed() => Assert.Equal(Lines(50, 7), Lines(50, 7));

    [Fact]
    public void Should_differ_for_another_seed() => Assert.NotEqual(Lines(50, 7), Lines(50, 8));

    [Fact]
    public void Should_be_importable_without_a_fault()
    {
        var flux = Fichiers.Lire([string.Join(';', ColonnesFlux.Toutes), .. Lines(1_000, 3)]);
        Assert.Empty(flux.Erreurs);
        Assert.Equal(1_000, flux.Lignes.Count);
        Assert.True(flux.Lignes.Select(l => l.Valide.Territoire!.Code).Distinct().Count() == RegistreTerritoires.Lire().Tous.Count, "every territory has persons");
    }

    private static List<string> Lines(int count, int seed) =>
        [.. new GenerateurPopulation(new RegistreCommunes(), RegistreTerritoires.Lire(), NomsCourants.Lire()).Generer(count, seed).Select(row => string.Join(';', row))];
}
