using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Commandes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Api.Enums.V1;
using Temporalio.Worker;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>What one dossier cannot be asked keeps nothing from being told of the others, at the start of the program as in each round of the watch.</summary>
public class When_the_watch_goes_round(RouteFixture route) : IClassFixture<RouteFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Echecs Echecs => route.Services.GetRequiredService<Echecs>();

    [Fact]
    public async Task Should_tell_of_the_others_when_the_past_of_one_cannot_be_read()
    {
        var (arrete, illisible) = (await OuvertAsync(), await OuvertAsync());
        await route.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(arrete)).TerminateAsync("essai");
        await route.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(illisible)).TerminateAsync("essai");
        await route.Client.StartWorkflowAsync(NomsParcours.Workflow, ["illisible"], new(NomsParcours.IdWorkflow(illisible), NomsParcours.FileDeTaches));

        await VeillerAsync();
        Assert.Contains(await DitsAsync(arrete), e => e.Service == VeilleParcours.Interrompu);
        Assert.Contains(await DitsAsync(illisible), e => e.Service == VeilleParcours.Illisible);
    }

    [Fact]
    public async Task Should_forget_what_it_examined_and_nothing_that_was_said_meanwhile()
    {
        await Echecs.NoterAsync(VeilleParcours.Interrompu, "fini", "dit avant", Stop);
        await Echecs.NoterAsync(VeilleParcours.Interrompu, "efface", "dit avant", Stop);
        await Echecs.NoterAsync(VeilleParcours.Interrompu, "redit", "dit avant", Stop);
        var sansSuite = await OuvertAsync();
        await using (var db = route.Dossiers())
        {
            db.Fils.Add(new() { DossierId = sansSuite, Id = "fil" });
            await db.SaveChangesAsync(Stop);
        }

        route.Route.Bloquer();
        var tour = VeillerAsync();
        await ProduitEntier.JusquaAsync(async () => (await DitsAsync(sansSuite)).Exists(e => e.Service == VeilleParcours.SansSuite));
        await Echecs.NoterAsync(VeilleParcours.Interrompu, "redit", "dit encore", Stop);
        await Echecs.NoterAsync(VeilleParcours.Interrompu, "nouveau", "dit entre-temps", Stop);
        await Echecs.OublierAsync(VeilleParcours.Interrompu, "efface", Stop);
        route.Route.Ouvrir();
        await tour;

        Assert.Empty(await DitsAsync("fini"));
        Assert.Single(await DitsAsync("redit"));
        Assert.Single(await DitsAsync("nouveau"));
        await VeillerAsync();
        Assert.Empty(await DitsAsync("redit"));
        Assert.Empty(await DitsAsync("nouveau"));
    }

    [Fact]
    public async Task Should_tell_of_a_journey_that_was_stopped_before_it_began_until_it_is_taken_up()
    {
        var dossier = ProduitEntier.UnDossier();
        await using (var db = route.Dossiers())
        {
            db.Add(dossier);
            await db.SaveChangesAsync(Stop);
        }

        await VeillerAsync();
        Assert.IsType<ReponseMoteur.Fait>(await route.Services.GetRequiredService<JourneyClient>().DemarrerAsync(dossier, Stop));
        await VeillerAsync();
        Assert.Empty(await DitsAsync(dossier.Id));
        await route.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossier.Id)).TerminateAsync("essai");
        using var reprise = ActivatorUtilities.CreateInstance<RepriseInscriptions>(route.Services);
        await reprise.TournerAsync(Stop);
        Assert.Contains($"dossiers reprendre {dossier.Id}", Assert.Single(await DitsAsync(dossier.Id)).Motif, StringComparison.Ordinal);
        await Echecs.OublierAsync(VeilleParcours.Interrompu, dossier.Id, Stop);
        await VeillerAsync();
        Assert.Equal(VeilleParcours.Interrompu, Assert.Single(await DitsAsync(dossier.Id)).Service);

        Assert.Contains("repris à sa dernière décision", await CommandeAsync("dossiers", "reprendre", dossier.Id), StringComparison.Ordinal);
        Assert.Equal(WorkflowExecutionStatus.Running, (await Reprise.DecrireAsync(route.Client, dossier.Id, NomsParcours.FilPrincipal))?.Status);
        await VeillerAsync();
        await reprise.TournerAsync(Stop);
        Assert.Empty(await DitsAsync(dossier.Id));
    }

    [Fact]
    public async Task Should_tell_of_a_thread_that_was_stopped_before_it_began()
    {
        var id = await OuvertAsync();
        await using (var db = route.Dossiers())
        {
            db.Fils.Add(new() { DossierId = id, Id = "conjoint-1", Separe = true });
            await db.SaveChangesAsync(Stop);
        }

        await DemarrerAsync(id, "conjoint-1");
        await route.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id, "conjoint-1")).TerminateAsync("essai");
        await VeillerAsync();
        Assert.StartsWith("« conjoint-1 » : ", Assert.Single(await DitsAsync(id), e => e.Service == VeilleParcours.Interrompu).Motif, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_start_though_a_later_program_wrote_one_of_the_last_histories()
    {
        var id = await OuvertAsync();
        using (var worker = new TemporalWorker(
            route.Client, new TemporalWorkerOptions(NomsParcours.FileDeTaches).AddWorkflow<ParcoursPlusRecent>().AddActivity(ParcoursPlusRecent.Decider)))
        {
            await worker.ExecuteAsync(() => route.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id)).GetResultAsync());
        }

        Assert.False(await Positions.EnRetardAsync(route.Services.GetRequiredService<IDbContextFactory<DossiersDbContext>>(), route.Client, Stop));
    }

    [Fact]
    public async Task Should_tell_of_a_journey_that_the_program_fails_at_each_try_and_have_it_taken_up_when_it_is_named()
    {
        var id = await OuvertAsync();
        var journey = route.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id));
        using (var worker = new TemporalWorker(route.Client, new TemporalWorkerOptions(NomsParcours.FileDeTaches).AddWorkflow<ParcoursBloque>()))
        {
            await worker.ExecuteAsync(async () =>
            {
                while (!Reprise.EstBloque(await journey.DescribeAsync()))
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(200), Stop);
                }
            });
        }

        await VeillerAsync();
        var dit = Assert.Single(await DitsAsync(id), e => e.Service == VeilleParcours.Bloque).Motif;
        Assert.EndsWith($"dossiers reprendre {id}", dit, StringComparison.Ordinal);
        Assert.Contains(dit, await CommandeAsync("dossiers", "verifier"), StringComparison.Ordinal);
        var bloque = (await journey.DescribeAsync()).RunId;
        Assert.Contains(dit, await CommandeAsync("dossiers", "reprendre"), StringComparison.Ordinal);
        Assert.Equal(bloque, (await journey.DescribeAsync()).RunId);

        Assert.Contains("repris à sa dernière décision", await CommandeAsync("dossiers", "reprendre", id), StringComparison.Ordinal);
        var suite = await journey.DescribeAsync();
        Assert.Equal((WorkflowExecutionStatus.Running, false, false), (suite.Status, suite.RunId == bloque, Reprise.EstBloque(suite)));
        await VeillerAsync();
        Assert.DoesNotContain(await DitsAsync(id), e => e.Service == VeilleParcours.Bloque);
    }

    /// <summary>A dossier whose journey runs, and which the store follows.</summary>
    private async Task<string> OuvertAsync()
    {
        var dossier = Tests.Web.Dossiers.Open("Veille", 1);
        var run = await DemarrerAsync(dossier.Id, NomsParcours.FilPrincipal);
        await using var db = route.Dossiers();
        db.Add(dossier);
        db.Flux.Add(new() { DossierId = dossier.Id, Flux = NomsParcours.FilPrincipal, RunId = run, Epoque = 1, Avant = 0 });
        await db.SaveChangesAsync(Stop);
        return dossier.Id;
    }

    private async Task<string> DemarrerAsync(string id, string flux) => (await route.Client.StartWorkflowAsync(
        NomsParcours.Workflow,
        [new DemarrageParcours { DossierId = id, Territoire = "pas-de-calais", Commune = "62510", ModeleId = "national", ModeleVersion = 1, Situation = new() }],
        new(NomsParcours.IdWorkflow(id, flux), NomsParcours.FileDeTaches))).ResultRunId!;

    private async Task VeillerAsync()
    {
        using var veille = ActivatorUtilities.CreateInstance<VeilleParcours>(route.Services);
        await veille.TournerAsync(Stop);
    }

    private async Task<List<Echec>> DitsAsync(string id) => [.. (await Echecs.TousAsync(Stop)).Where(e => e.DossierId == id)];

    private async Task<string> CommandeAsync(params string[] args)
    {
        using var output = new StringWriter();
        await HostCommandLine.RunAsync(
            [.. args, "--data", route.Services.GetRequiredService<HostSettings>().DataDirectory, "--engine-address", route.Route.Address], output, output);
        return output.ToString();
    }
}
