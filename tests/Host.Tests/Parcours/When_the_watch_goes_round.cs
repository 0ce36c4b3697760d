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
        await DeciderPlusTardAsync(illisible);

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
        Assert.Equal(WorkflowExecutionStatus.Running, (await Deroulements.DernierAsync(route.Client, dossier.Id, NomsParcours.FilPrincipal))?.Status);
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
        await DeciderPlusTardAsync(id);
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

    [Theory]
    [InlineData(NomsParcours.Workflow, NomsParcours.FileDeTaches, false)]
    [InlineData(NomsParcours.Workflow, NomsParcours.FileDeTaches, true)]
    [InlineData(NomsParcours.Workflow, "ailleurs", true)]
    [InlineData("Autre", "ailleurs", false)]
    public async Task Should_tell_of_a_journey_whose_place_another_run_took_and_have_it_taken_up(string type, string file, bool comme)
    {
        var id = await OuvertAsync();
        await route.Client.StartWorkflowAsync(type, comme ? [UnDemarrage(id)] : [], new(NomsParcours.IdWorkflow(id), file) { IdConflictPolicy = WorkflowIdConflictPolicy.TerminateExisting });
        await VeillerAsync();
        var dit = Assert.Single(await DitsAsync(id), e => e.Service == VeilleParcours.Interrompu).Motif;
        Assert.Equal($"arrêté dans le moteur ; pour le reprendre : dossiers reprendre {id}", dit);
        Assert.Contains($"{id} : le parcours, ou un de ses fils séparés, a été annulé, interrompu", await CommandeAsync("dossiers", "verifier", id), StringComparison.Ordinal);

        Assert.Contains($"{id} : repris à sa dernière décision.", await CommandeAsync("dossiers", "reprendre", id), StringComparison.Ordinal);
        var suite = await route.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id)).DescribeAsync();
        Assert.Equal((NomsParcours.Workflow, WorkflowExecutionStatus.Running), (suite.WorkflowType, suite.Status));
        Assert.Equal(suite.RunId, (await Deroulements.DernierAsync(route.Client, id, NomsParcours.FilPrincipal))?.RunId);
        await VeillerAsync();
        Assert.DoesNotContain(await DitsAsync(id), e => e.Service == VeilleParcours.Interrompu);
    }

    /// <summary>Taken up before its first decision, by a run that is no longer kept: nothing of it is missing.</summary>
    [Fact]
    public async Task Should_read_a_journey_whose_run_before_is_gone_and_had_decided_nothing()
    {
        var id = await OuvertAsync(repris: Guid.NewGuid().ToString());
        Assert.DoesNotContain("n’est pas lisible", await CommandeAsync("dossiers", "verifier", id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_of_no_dossier_what_somebody_started_under_such_an_id()
    {
        var id = Guid.NewGuid().ToString("n");
        await route.Client.StartWorkflowAsync(NomsParcours.Workflow, ["illisible"], new(NomsParcours.IdWorkflow(id), NomsParcours.FileDeTaches));
        Assert.DoesNotContain(id, await CommandeAsync("dossiers", "verifier"), StringComparison.Ordinal);
        await VeillerAsync();
        Assert.Empty(await DitsAsync(id));
    }

    [Fact]
    public async Task Should_say_of_a_journey_that_one_of_its_decisions_fails_at_each_try()
    {
        var id = await OuvertAsync();
        await Echecs.NoterAsync(Echec.DecisionImpossible, id, "La décision n° 1 échoue à chaque essai.", Stop);
        Assert.Contains("  La décision n° 1 échoue à chaque essai.", await CommandeAsync("dossiers", "verifier", id), StringComparison.Ordinal);
        Assert.Contains($"{id} : La décision n° 1 échoue à chaque essai. Un programme corrigé", await CommandeAsync("dossiers", "reprendre", id), StringComparison.Ordinal);
    }

    /// <summary>A later program goes on with a journey, and decides what this one cannot read.</summary>
    private async Task DeciderPlusTardAsync(string id)
    {
        using var worker = new TemporalWorker(
            route.Client, new TemporalWorkerOptions(NomsParcours.FileDeTaches).AddWorkflow<ParcoursPlusRecent>().AddActivity(ParcoursPlusRecent.Decider));
        await worker.ExecuteAsync(() => route.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(id)).GetResultAsync());
    }

    /// <summary>A dossier whose journey runs, and which the store follows.</summary>
    private async Task<string> OuvertAsync(string? repris = null)
    {
        var dossier = Tests.Web.Dossiers.Open("Veille", 1);
        var run = await DemarrerAsync(dossier.Id, NomsParcours.FilPrincipal, repris);
        await using var db = route.Dossiers();
        db.Add(dossier);
        db.Flux.Add(new() { DossierId = dossier.Id, Flux = NomsParcours.FilPrincipal, RunId = run, Epoque = 1, Avant = 0 });
        await db.SaveChangesAsync(Stop);
        return dossier.Id;
    }

    private async Task<string> DemarrerAsync(string id, string flux, string? repris = null)
    {
        var demarrage = UnDemarrage(id) with
        {
            RunRepris = repris,
            Fil = flux == NomsParcours.FilPrincipal ? null : new() { Id = flux, Type = "conjoint", Dossier = new() { Lieu = new("62510", "pas-de-calais") }, Personne = new() },
        };
        return (await route.Client.StartWorkflowAsync(NomsParcours.Workflow, [demarrage], new(NomsParcours.IdWorkflow(id, flux), NomsParcours.FileDeTaches))).ResultRunId!;
    }

    private static DemarrageParcours UnDemarrage(string id) =>
        new() { DossierId = id, Territoire = "pas-de-calais", Commune = "62510", ModeleId = "national", ModeleVersion = 1, Situation = new() };

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
