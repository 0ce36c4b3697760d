using Microsoft.Extensions.DependencyInjection;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>The whole product in one process: a reset, an older case store, a journey cancelled; each time the store ends up showing what the histories hold.</summary>
public sealed class When_a_journey_loses_its_past : IAsyncLifetime
{
    private const string Confirmer = "confirmer-rendez-vous";

    private readonly ProduitEntier produit = new();
    private Dossier dossier = null!;

    private ITemporalClient Client => produit.Client;

    private WorkflowHandle Journey => Client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossier.Id));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await produit.InitializeAsync();
        dossier = await produit.InscrireAsync(Confirmer);
    }

    public ValueTask DisposeAsync() => produit.DisposeAsync();

    [Fact]
    public async Task Should_show_the_new_past_after_a_reset_and_keep_the_old_one_marked()
    {
        await EgaleAsync();
        var avant = await ReinitialisableAsync();
        await produit.AgirAsync(await TacheAsync(Confirmer), "confirmer");
        await ReinitialiserAsync(avant);

        await ActivatorUtilities.CreateInstance<VeilleParcours>(produit.Services).TournerAsync(Stop);
        await EgaleAsync();
        await produit.AgirAsync(await TacheAsync(Confirmer), "confirmer");
        await EgaleAsync();
        await using var db = Ouvrir();
        Assert.Contains(await db.Flux.Where(f => f.DossierId == dossier.Id).ToListAsync(Stop), f => f.Etat == EtatFlux.Abandonne);
        Assert.Contains(await db.Faits.IgnoreQueryFilters().Where(f => f.DossierId == dossier.Id && f.Abandonne).ToListAsync(Stop), f => f.Code == "premier-rendez-vous.confirme");
        Assert.DoesNotContain(await db.Faits.Where(f => f.DossierId == dossier.Id).ToListAsync(Stop), f => f.Code == "premier-rendez-vous.confirme" && f.Epoque == 1);
    }

    [Fact]
    public async Task Should_not_revive_what_a_reset_took_back_when_the_run_after_it_is_deleted()
    {
        await EgaleAsync();
        var avant = await ReinitialisableAsync();
        await produit.AgirAsync(await TacheAsync(Confirmer), "confirmer");
        var reset = await ReinitialiserAsync(avant);
        var veille = ActivatorUtilities.CreateInstance<VeilleParcours>(produit.Services);
        await veille.TournerAsync(Stop);
        await EgaleAsync();
        await Client.WorkflowService.DeleteWorkflowExecutionAsync(new() { Namespace = Client.Options.Namespace, WorkflowExecution = new() { WorkflowId = Journey.Id, RunId = reset } });
        await ProduitEntier.JusquaAsync(async () => (await Deroulements.DernierAsync(Client, dossier.Id, NomsParcours.FilPrincipal))?.RunId != reset);

        Assert.Equal(Concordance.SansParcours, (await produit.VerifierAsync(dossier.Id)).Concordance);
        await produit.CommandeAsync("dossiers", "reconstruire", dossier.Id);
        await produit.CommandeAsync("dossiers", "reprendre", dossier.Id);
        await produit.OrienterAsync(dossier.Id);
        await TacheAsync(Confirmer);
        await EgaleAsync();
        var faits = await produit.FaitsAsync(dossier.Id);
        Assert.All(faits.Where(f => f.Epoque < 3), f => Assert.True(f.Abandonne));
        Assert.Contains(faits, f => f is { Epoque: 3, Abandonne: false });
    }

    /// <summary>The engine's file is one from before a reset: what the store follows since is not there, and the run that it marked runs on.</summary>
    [Fact]
    public async Task Should_follow_the_run_that_an_older_engine_still_has_running()
    {
        await EgaleAsync();
        await using (var db = Ouvrir())
        {
            var suivi = await db.Flux.SingleAsync(f => f.DossierId == dossier.Id && f.Etat == EtatFlux.Courant, Stop);
            suivi.Etat = EtatFlux.Abandonne;
            db.Flux.Add(new() { DossierId = dossier.Id, Flux = suivi.Flux, RunId = Guid.NewGuid().ToString(), Epoque = 2, Avant = suivi.Avant, Numero = suivi.Numero });
            await db.SaveChangesAsync(Stop);
        }

        await ActivatorUtilities.CreateInstance<VeilleParcours>(produit.Services).TournerAsync(Stop);
        await produit.CommandeAsync("dossiers", "reconstruire", dossier.Id);
        await EgaleAsync();
        await produit.AgirAsync(await TacheAsync(Confirmer), "confirmer");
        await EgaleAsync();
    }

    [Fact]
    public async Task Should_be_read_again_by_an_auditor_with_who_decided_and_under_what()
    {
        await produit.AgirAsync(await TacheAsync(Confirmer), "confirmer");
        await EgaleAsync();
        var relu = Simple(await produit.CommandeAsync("dossiers", "relire", dossier.Id));
        Assert.Contains("ouverture du parcours", relu, StringComparison.Ordinal);
        Assert.Contains("acte de la personne — confirmer votre rendez-vous", relu, StringComparison.Ordinal);
        Assert.Matches(@"acte de \p{Lu}\p{L}+ \p{Lu}\w+ — décider de l’orientation", relu);
        Assert.Contains("l’inscription 2025-01-01", relu, StringComparison.Ordinal);
        foreach (var fait in await produit.FaitsAsync(dossier.Id))
        {
            Assert.Contains(Simple($"- {fait.Phrase}"), relu, StringComparison.Ordinal);
        }

        static string Simple(string text) => text.Replace('\u00a0', ' ');
    }

    [Fact]
    public async Task Should_be_rebuilt_when_rows_were_lost_or_changed()
    {
        await EgaleAsync();
        await using (var db = Ouvrir())
        {
            await db.Taches.Where(t => t.DossierId == dossier.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Libelle, "autre chose"), Stop);
            await db.RendezVous.Where(r => r.DossierId == dossier.Id).ExecuteDeleteAsync(Stop);
        }

        var constat = await produit.VerifierAsync(dossier.Id);
        Assert.Equal(Concordance.Differente, constat.Concordance);
        Assert.Contains(constat.Ecarts, e => e.StartsWith("rendez-vous ", StringComparison.Ordinal));
        await produit.Services.GetRequiredService<Reconstructeur>().RebatirToutAsync(Client, dossier.Id, Stop);
        await EgaleAsync();
    }

    [Fact]
    public async Task Should_heal_by_itself_when_the_store_is_behind()
    {
        await EgaleAsync();
        await using (var db = Ouvrir())
        {
            var flux = await db.Flux.SingleAsync(f => f.DossierId == dossier.Id, Stop);
            flux.Numero--;
            await db.SaveChangesAsync(Stop);
        }

        await produit.AgirAsync(await TacheAsync(Confirmer), "confirmer");
        await EgaleAsync();
    }

    [Fact]
    public async Task Should_be_found_and_taken_up_when_it_was_terminated()
    {
        await EgaleAsync();
        await Journey.TerminateAsync("essai");
        Assert.Equal(Concordance.Interrompue, (await produit.VerifierAsync(dossier.Id)).Concordance);
        var veille = ActivatorUtilities.CreateInstance<VeilleParcours>(produit.Services);
        await veille.TournerAsync(Stop);
        Assert.Contains(await produit.Services.GetRequiredService<Echecs>().TousAsync(Stop), e => e.Service == VeilleParcours.Interrompu && e.DossierId == dossier.Id);

        Assert.True(await Reprise.ReprendreAsync(Client, dossier.Id, NomsParcours.FilPrincipal));
        await produit.AgirAsync(await TacheAsync(Confirmer), "confirmer");
        await EgaleAsync();
        await veille.TournerAsync(Stop);
        Assert.Empty(await produit.Services.GetRequiredService<Echecs>().TousAsync(Stop));
    }

    [Fact]
    public async Task Should_ask_nothing_again_of_the_world_when_it_is_taken_up()
    {
        await EgaleAsync();
        var arrete = await Journey.DescribeAsync();
        var histoire = await LecteurHistoires.LireAsync(Client, Journey.Id, arrete.RunId);
        Assert.NotEmpty(histoire.Abouties);
        Assert.NotEmpty((histoire with { Abouties = new HashSet<string>() }).Etat()["demandes"]!.AsObject());
        await Journey.TerminateAsync("essai");
        Assert.True(await Reprise.ReprendreAsync(Client, dossier.Id, NomsParcours.FilPrincipal));
        await produit.AgirAsync(await TacheAsync(Confirmer), "confirmer");
        await EgaleAsync();
        var anciennes = DemandesDe(await Client.GetWorkflowHandle(Journey.Id, arrete.RunId).FetchHistoryAsync());
        Assert.NotEmpty(anciennes);
        Assert.Empty(anciennes.Intersect(DemandesDe(await Journey.FetchHistoryAsync())));
    }

    /// <summary>What a run asked of the world, as it asked it.</summary>
    private static List<string> DemandesDe(Temporalio.Common.WorkflowHistory run) =>
        [.. run.Events.Select(e => e.ActivityTaskScheduledEventAttributes?.Input?.Payloads_[0].Data.ToStringUtf8()).OfType<string>()];

    private DossiersDbContext Ouvrir() => produit.Ouvrir();

    private async Task<long> ReinitialisableAsync()
    {
        await ProduitEntier.JusquaAsync(async () => (await Journey.QueryAsync<AvancementParcours?>(NomsParcours.RequeteAvancement, []))!.EnAttente.Count == 0);
        return (await Journey.FetchHistoryAsync()).Events.Last(e => e.EventType == EventType.WorkflowTaskCompleted).EventId;
    }

    private Task EgaleAsync() => produit.EgaleAsync(dossier.Id);

    private Task<Tache> TacheAsync(string nature) => produit.TacheAsync(dossier.Id, nature);

    /// <summary>Takes the journey back, without the acts that came since; the new run.</summary>
    private async Task<string> ReinitialiserAsync(long tache) => (await Client.WorkflowService.ResetWorkflowExecutionAsync(new ResetWorkflowExecutionRequest
    {
        Namespace = Client.Options.Namespace,
        WorkflowExecution = new() { WorkflowId = Journey.Id },
        Reason = "essai",
        RequestId = Guid.NewGuid().ToString(),
        WorkflowTaskFinishEventId = tache,
        ResetReapplyExcludeTypes = { ResetReapplyExcludeType.Update },
    })).RunId;
}
