using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>A row that cannot be read, and one whose facts cannot: neither keeps the others waiting, and an operator can read of both.</summary>
public class When_a_dossier_cannot_be_opened(RouteFixture route) : IClassFixture<RouteFixture>
{
    [Fact]
    public async Task Should_open_the_others_rest_longer_each_time_and_be_listed()
    {
        var (unreadable, broken, good) = (Waiting("a", "{}"), Waiting("b", "{"), Waiting("c", "{}"));
        await using (var db = route.Dossiers())
        {
            db.AddRange(unreadable, broken, good);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE Dossiers SET DateNaissance = 'hier' WHERE Id = {unreadable.Id}", TestContext.Current.CancellationToken);
        }

        using var service = ActivatorUtilities.CreateInstance<RepriseInscriptions>(route.Services);
        await service.TournerAsync(TestContext.Current.CancellationToken);
        await service.TournerAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(await route.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(good.Id)).DescribeAsync());
        var failures = await route.Services.GetRequiredService<Echecs>().TousAsync(TestContext.Current.CancellationToken);
        Assert.Equal([unreadable.Id, broken.Id], failures.Select(f => f.DossierId).Order());
        Assert.All(failures, f => Assert.Equal((1, true), (f.Essais, f.ProchainEssai > f.Depuis)));

        var (code, said) = await RunAsync("echecs");
        Assert.Equal((ExitCodes.Refusal, true, true), (code, said.Contains(unreadable.Id, StringComparison.Ordinal), said.Contains("ouverture du parcours", StringComparison.Ordinal)));
        Assert.Contains("2\u00a0dossiers seront repris", (await RunAsync("echecs", "--reprendre")).Said, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, (await RunAsync("echecs")).Code);
    }

    [Fact]
    public async Task Should_go_on_telling_of_a_journey_that_only_its_own_command_takes_up()
    {
        var failures = route.Services.GetRequiredService<Echecs>();
        await failures.NoterAsync(VeilleParcours.Causes[0], "arrete", "arrêté dans le moteur", TestContext.Current.CancellationToken);
        await RunAsync("echecs", "--reprendre");
        var (code, said) = await RunAsync("echecs");
        Assert.Equal((ExitCodes.Refusal, true), (code, said.Contains("arrete : ", StringComparison.Ordinal)));
        Assert.DoesNotContain("nouvel essai", said, StringComparison.Ordinal);
        Assert.DoesNotContain("--reprendre", said, StringComparison.Ordinal);
        await failures.OublierAsync(VeilleParcours.Causes[0], "arrete", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Should_be_no_failure_any_more_once_it_is_open_whoever_opened_it()
    {
        var (failures, opened) = (route.Services.GetRequiredService<Echecs>(), Tests.Web.Dossiers.Open("Ouvert", 1));
        await using (var db = route.Dossiers())
        {
            db.Add(opened);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await failures.NoterAsync(RepriseInscriptions.Service, opened.Id, "parce que", TestContext.Current.CancellationToken);
        using var service = ActivatorUtilities.CreateInstance<RepriseInscriptions>(route.Services);
        await service.TournerAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(await failures.TousAsync(TestContext.Current.CancellationToken), f => f.DossierId == opened.Id);
    }

    [Fact]
    public async Task Should_be_given_up_after_ten_tries_until_somebody_asks()
    {
        var failures = route.Services.GetRequiredService<Echecs>();
        for (var round = 1; round <= Echecs.Renonce; round++)
        {
            Assert.Equal(round == Echecs.Renonce, await failures.NoterAsync("essai", "d1", "parce que", TestContext.Current.CancellationToken));
        }

        Assert.Contains("d1", await failures.EnReposAsync("essai", TestContext.Current.CancellationToken));
        await failures.OublierAsync("essai", "d1", TestContext.Current.CancellationToken);
        Assert.Empty(await failures.EnReposAsync("essai", TestContext.Current.CancellationToken));
    }

    private static Dossier Waiting(string id, string situation)
    {
        var open = Tests.Web.Dossiers.Open("Attente", 1);
        return new()
        {
            Id = id + open.Id,
            Nom = open.Nom,
            Prenom = open.Prenom,
            DateNaissance = open.DateNaissance,
            CommuneInsee = open.CommuneInsee,
            Territoire = open.Territoire,
            SituationJson = situation,
            ModeleId = "national",
            ModeleVersion = 1,
            InscritLe = open.InscritLe,
        };
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var code = await HostCommandLine.RunAsync([.. args, "--data", route.Services.GetRequiredService<HostSettings>().DataDirectory], output, output);
        return (code, output.ToString());
    }
}
