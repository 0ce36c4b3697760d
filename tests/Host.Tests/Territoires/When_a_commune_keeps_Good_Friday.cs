using System.CommandLine;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.Extensions.Configuration;
using NodaTime;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Territoires;

public class When_a_commune_keeps_Good_Friday
{
    [Theory]
    [InlineData("67482", null, "alsace-moselle-vendredi-saint")]
    [InlineData("67180", null, "alsace-moselle")]
    [InlineData("67180", "67348, 67180", "alsace-moselle-vendredi-saint")]
    [InlineData("67482", "67348, 67180", "alsace-moselle-vendredi-saint")]
    [InlineData("69123", "69123", "metropole")]
    public void Should_follow_the_list_of_the_deployment(string commune, string? reglage, string calendrier)
    {
        var (root, common) = (new RootCommand(), new CommonOptions());
        common.AddTo(root);
        var settings = common.Read(
            root.Parse([]),
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Calendrier:CommunesVendrediSaint"] = reglage }).Build());
        var dossier = new Dossier
        {
            Id = "d1",
            Nom = "Durand",
            Prenom = "Éloïse",
            DateNaissance = new LocalDate(1990, 2, 28),
            CommuneInsee = commune,
            Territoire = "bas-rhin",
            SituationJson = "{}",
            ModeleId = "national",
            ModeleVersion = 1,
            InscritLe = Instant.FromUtc(2026, 1, 5, 9, 0),
        };
        Assert.Equal(calendrier, DemarrageDossier.De(dossier, settings.CommunesVendrediSaint).Calendrier);
    }
}
