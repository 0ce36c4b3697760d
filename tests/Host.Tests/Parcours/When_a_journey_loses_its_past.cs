using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Outils;
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
    private readonly string folder = Directory.CreateTempSubdirectory("parcours-passe-").FullName;
    private RunningHost host = null!;
    private Dossier dossier = null!;

    private ITemporalClient Client => host.Services.GetRequiredService<ITemporalClient>();

    private Verificateur Verificateur => host.Services.GetRequiredService<Verificateur>();

    private WorkflowHandle Journey => Client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossier.Id));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await RunningHost.StartAsync(
            new() { DataDirectory = folder, EngineAddress = "127.0.0.1:0", Url = "http://127.0.0.1:0", Sandbox = true }, new ConfigurationBuilder().Build(), CancellationToken.None);
        dossier = ProduitEntier.UnDossier();
        await using var db = Ouvrir();
        db.Add(dossier);
        await db.SaveChangesAsync();
        Assert.IsType<ReponseMoteur.Fait>(await host.Services.GetRequiredService<JourneyClient>().DemarrerAsync(dossier, CancellationToken.None));
        await AgirAsync(await TacheAsync("decider-orientation"), "retenir");
        await TacheAsync(Confirmer);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Should_show_the_new_past_after_a_reset_and_keep_the_old_one_marked()
    {
        await EgaleAsync();
        var avant = await ReinitialisableAsync();
        await AgirAsync(await TacheAsync(Confirmer), "confirmer");
        await Client.WorkflowService.ResetWorkflowExecutionAsync(new ResetWorkflowExecutionRequest
        {
            Namespace = Client.Options.Namespace,
            WorkflowExecution = new() { WorkflowId = Journey.Id },
            Reason = "essai",
            RequestId = "reset-1",
            WorkflowTaskFinishEventId = avant,
            ResetReapplyExcludeTypes = { ResetReapplyExcludeType.Update },
        });

        await ActivatorUtilities.CreateInstance<VeilleParcours>(host.Services).TournerAsync(Stop);
        await EgaleAsync();
        await AgirAsync(await TacheAsync(Confirmer), "confirmer");
        await EgaleAsync();
        await using var db = Ouvrir();
        Assert.Contains(await db.Flux.Where(f => f.DossierId == dossier.Id).ToListAsync(Stop), f => f.Etat == EtatFlux.Abandonne);
        Assert.Contains(await db.Faits.IgnoreQueryFilters().Where(f => f.DossierId == dossier.Id && f.Abandonne).ToListAsync(Stop), f => f.Code == "premier-rendez-vous.confirme");
        Assert.DoesNotContain(await db.Faits.Where(f => f.DossierId == dossier.Id).ToListAsync(Stop), f => f.Code == "premier-rendez-vous.confirme" && f.Epoque == 1);
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

        var constat = await Verificateur.VerifierAsync(Client, dossier.Id, Stop);
        Assert.Equal(Concordance.Differente, constat.Concordance);
        Assert.Contains(constat.Ecarts, e => e.StartsWith("rendez-vous ", StringComparison.Ordinal));
        await host.Services.GetRequiredService<Reconstructeur>().RebatirToutAsync(Client, dossier.Id, Stop);
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

        await AgirAsync(await TacheAsync(Confirmer), "confirmer");
        await EgaleAsync();
    }

    [Fact]
    public async Task Should_be_found_and_taken_up_when_it_was_terminated()
    {
        await EgaleAsync();
        await Journey.TerminateAsync("essai");
        Assert.Equal(Concordance.Interrompue, (await Verificateur.VerifierAsync(Client, dossier.Id, Stop)).Concordance);
        var veille = ActivatorUtilities.CreateInstance<VeilleParcours>(host.Services);
        await veille.TournerAsync(Stop);
        Assert.Contains(await host.Services.GetRequiredService<Echecs>().TousAsync(Stop), e => e.Service == VeilleParcours.Interrompu && e.DossierId == dossier.Id);

        Assert.True(await Reprise.ReprendreAsync(Client, dossier.Id, NomsParcours.FilPrincipal));
        await AgirAsync(await TacheAsync(Confirmer), "confirmer");
        await EgaleAsync();
        await veille.TournerAsync(Stop);
        Assert.Empty(await host.Services.GetRequiredService<Echecs>().TousAsync(Stop));
    }

    private DossiersDbContext Ouvrir() => host.Services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContext();

    private async Task<long> ReinitialisableAsync()
    {
        await JusquaAsync(async () => (await Journey.QueryAsync<SituationParcours?>(NomsParcours.RequeteSituation, []))!.EnAttente.Count == 0);
        return (await Journey.FetchHistoryAsync()).Events.Last(e => e.EventType == EventType.WorkflowTaskCompleted).EventId;
    }

    private Task EgaleAsync() => JusquaAsync(async () => (await Verificateur.VerifierAsync(Client, dossier.Id, Stop)).Concordance == Concordance.Egale);

    private async Task<Tache> TacheAsync(string nature)
    {
        Tache? tache = null;
        await JusquaAsync(async () =>
        {
            await using var db = Ouvrir();
            tache = await db.Taches.AsNoTracking().FirstOrDefaultAsync(t => t.DossierId == dossier.Id && t.Nature == nature && t.CloseLe == null, Stop);
            return tache is not null;
        });
        return tache!;
    }

    private async Task AgirAsync(Tache tache, string geste)
    {
        var acte = new Acte
        {
            Cle = Guid.NewGuid().ToString("n"),
            TacheId = tache.Id,
            Geste = geste,
            Acteur = new Acteur(tache.ResponsableRole, Agents.De(tache)),
        };
        var reponse = await host.Services.GetRequiredService<JourneyClient>().AgirAsync(dossier.Id, tache.Flux, acte, Stop);
        Assert.True(reponse is ReponseMoteur.Fait, reponse.Phrase);
    }

    private static async Task JusquaAsync(Func<Task<bool>> condition)
    {
        using var patience = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var essais = 0; !await condition(); essais++)
        {
            Assert.True(essais < 600, "Waited in vain.");
            await patience.WaitForNextTickAsync(Stop);
        }
    }
}
