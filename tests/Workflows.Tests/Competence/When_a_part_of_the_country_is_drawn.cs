using FranceTravail.Parcours.Workflows.Communes;
using FranceTravail.Parcours.Workflows.Competence;

namespace FranceTravail.Parcours.Workflows.Tests.Competence;

public class When_a_part_of_the_country_is_drawn
{
    [Fact]
    public void Should_hold_a_bassin_a_group_a_departement_or_a_region()
    {
        var lyon = CodeGeographique.Trouver("69123")!.Commune;
        Assert.Equal(0, Ressort.DesCommunes("69123", "69266").Finesse(lyon));
        Assert.Equal(1, Ressort.DesEpci("200046977").Finesse(lyon));
        Assert.Equal(2, Ressort.DesDepartements("69").Finesse(lyon));
        Assert.Equal(3, Ressort.DesRegions("84").Finesse(lyon));
        Assert.Null(Ressort.DesRegions("11").Finesse(lyon));
        Assert.False(new Ressort().Contient(lyon));
    }
}
