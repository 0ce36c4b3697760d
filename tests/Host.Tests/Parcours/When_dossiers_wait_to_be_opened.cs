using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Inscriptions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>They have no history to be held against: an operator is told of them all the same, and it is no fault as long as they open by themselves.</summary>
public class When_dossiers_wait_to_be_opened(RouteFixture route) : IClassFixture<RouteFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_be_counted_and_be_a_fault_only_once_given_up()
    {
        var attend = ProduitEntier.UnDossier();
        await using (var db = route.Dossiers())
        {
            db.AddRange(attend, ProduitEntier.UnDossier());
            await db.SaveChangesAsync(Stop);
        }

        foreach (var commande in (string[])["verifier", "reprendre"])
        {
            var (code, dit) = await LancerAsync(commande);
            Assert.Contains("2 dossiers attendent l’ouverture de leur parcours, le plus ancien depuis le ", dit, StringComparison.Ordinal);
            Assert.True(code == ExitCodes.Ok, dit);
        }

        var echecs = route.Services.GetRequiredService<Echecs>();
        while (!await echecs.NoterAsync(RepriseInscriptions.Service, attend.Id, "parce que", Stop))
        {
        }

        foreach (var commande in (string[])["verifier", "reprendre"])
        {
            var (code, dit) = await LancerAsync(commande);
            Assert.Contains("1 ne s’ouvrira pas seul : « echecs » dit pourquoi.", dit, StringComparison.Ordinal);
            Assert.Equal(ExitCodes.Refusal, code);
        }
    }

    private async Task<(int Code, string Dit)> LancerAsync(string commande)
    {
        using var output = new StringWriter();
        var code = await HostCommandLine.RunAsync(
            ["dossiers", commande, "--data", route.Services.GetRequiredService<HostSettings>().DataDirectory, "--engine-address", route.Route.Address], output, output);
        return (code, output.ToString().Replace('\u00a0', ' '));
    }
}
