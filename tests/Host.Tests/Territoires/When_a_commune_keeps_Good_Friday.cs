using System.CommandLine;
using FranceTravail.Parcours.Host.Commandes;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Territoires;

public class When_a_commune_keeps_Good_Friday
{
    [Theory]
    [InlineData("67482", null, "alsace-moselle-vendredi-saint")]
    [InlineData("67180", null, "alsace-moselle")]
    [InlineData("67180", "67348, 67180", "alsace-moselle-vendredi-saint")]
    [InlineData("67482", "67348, 67180", "alsace-moselle-vendredi-saint")]
    [InlineData("69123", "67348", "metropole")]
    public void Should_follow_the_list_of_the_deployment(string commune, string? reglage, string calendrier)
    {
        var (root, common) = (new RootCommand(), new CommonOptions());
        common.AddTo(root);
        var settings = common.Read(
            root.Parse([]),
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Calendrier:CommunesVendrediSaint"] = reglage }).Build());
        Assert.Equal(calendrier, settings.Calendriers.De(commune).Code);
    }
}
