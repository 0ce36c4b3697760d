using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Client;
using Temporalio.Client.Interceptors;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>A rebuild takes nothing back: what was decided while it read, a run that took the place of another, what was marked by mistake.</summary>
public sealed class When_a_store_is_rebuilt_while_journeys_go_on : IAsyncLifetime
{
    private const string Confirmer = "confirmer-rendez-vous";

    private readonly ProduitEntier produit = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => produit.InitializeAsync();

    public ValueTask DisposeAsync() => produit.DisposeAsync();

    [Fact]
    public async Task Should_keep_what_was_decided_while_it_is_rebuilt()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        var lent = Lent(async () =>
        {
            await produit.AgirAsync(await produit.TacheAsync(dossier.Id, Confirmer), "confirmer");
            await produit.EgaleAsync(dossier.Id);
        });
        await produit.Services.GetRequiredService<Reconstructeur>().RebatirToutAsync(lent, dossier.Id, Stop);
        Assert.Equal(Concordance.Egale, (await produit.VerifierAsync(dossier.Id)).Concordance);
        Assert.Contains(await produit.FaitsAsync(dossier.Id), f => f is { Code: "premier-rendez-vous.confirme", Abandonne: false });
    }

    [Fact]
    public async Task Should_follow_the_run_that_took_the_place_of_the_one_that_was_read()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        var lent = Lent(async () =>
        {
            await ReinitialiserAsync(dossier.Id);
            await ActivatorUtilities.CreateInstance<VeilleParcours>(produit.Services).TournerAsync(Stop);
            await produit.EgaleAsync(dossier.Id);
            await produit.AgirAsync(await produit.TacheAsync(dossier.Id, Confirmer), "confirmer");
            await produit.EgaleAsync(dossier.Id);
        });
        await produit.Services.GetRequiredService<Reconstructeur>().RebatirToutAsync(lent, dossier.Id, Stop);
        Assert.Equal(Concordance.Egale, (await produit.VerifierAsync(dossier.Id)).Concordance);
        var vivant = (await produit.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossier.Id)).DescribeAsync()).RunId;
        Assert.Equal(EtatFlux.Courant, await produit.LireAsync(db => db.Flux.Where(f => f.DossierId == dossier.Id && f.RunId == vivant).Select(f => f.Etat).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Should_show_again_what_was_marked_by_mistake()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.AgirAsync(await produit.TacheAsync(dossier.Id, Confirmer), "confirmer");
        await produit.EgaleAsync(dossier.Id);
        var avant = await produit.FaitsAsync(dossier.Id);
        await produit.Services.GetRequiredService<Recommencement>().ParcoursAsync(produit.Client, dossier.Id, Stop);
        Assert.All(await produit.FaitsAsync(dossier.Id), f => Assert.True(f.Abandonne));
        await produit.CommandeAsync("dossiers", "reconstruire", dossier.Id);
        Assert.Equal(Concordance.Egale, (await produit.VerifierAsync(dossier.Id)).Concordance);
        Assert.Equal(avant.Select(f => (f.Code, f.Epoque, f.Sequence, false)), (await produit.FaitsAsync(dossier.Id)).Select(f => (f.Code, f.Epoque, f.Sequence, f.Abandonne)));
    }

    [Fact]
    public async Task Should_say_what_only_a_backup_gives_back_and_send_nobody_in_a_circle()
    {
        var dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        await ProduitEntier.JusquaAsync(() => produit.LireAsync(db => db.Courriers.AnyAsync(c => c.DossierId == dossier.Id && c.Preuve != null, Stop)));
        await produit.LireAsync(db => db.Courriers.Where(c => c.DossierId == dossier.Id).ExecuteDeleteAsync(Stop));
        await ProduitEntier.JusquaAsync(async () => (await produit.VerifierAsync(dossier.Id)).Concordance == Concordance.Incomplete);
        var constat = await produit.VerifierAsync(dossier.Id);
        Assert.Empty(constat.Ecarts);
        Assert.All(constat.DonneesPerdues, p => Assert.StartsWith("lettre ", p, StringComparison.Ordinal));

        var dit = await produit.CommandeAsync("dossiers", "verifier", dossier.Id);
        Assert.Contains("perdu, à reprendre d’une sauvegarde : lettre ", dit, StringComparison.Ordinal);
        Assert.DoesNotContain("dossiers reconstruire", dit, StringComparison.Ordinal);
        Assert.Contains("seule une sauvegarde peut le rendre", await produit.CommandeAsync("dossiers", "reconstruire", dossier.Id), StringComparison.Ordinal);
        Assert.Equal(dit, await produit.CommandeAsync("dossiers", "verifier", dossier.Id));
    }

    private async Task ReinitialiserAsync(string dossierId)
    {
        var journey = produit.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossierId));

        // What is still asked of the world would put the reset before the act that asked for it.
        await ProduitEntier.JusquaAsync(async () => (await journey.QueryAsync<AvancementParcours?>(NomsParcours.RequeteAvancement, []))!.EnAttente.Count == 0);
        await produit.Client.WorkflowService.ResetWorkflowExecutionAsync(new ResetWorkflowExecutionRequest
        {
            Namespace = produit.Client.Options.Namespace,
            WorkflowExecution = new() { WorkflowId = journey.Id },
            Reason = "essai",
            RequestId = Guid.NewGuid().ToString(),
            WorkflowTaskFinishEventId = (await journey.FetchHistoryAsync()).Events.Last(e => e.EventType == EventType.WorkflowTaskCompleted).EventId,
        });
    }

    /// <summary>A client through which the first history takes so long that other things happen once it is read.</summary>
    private TemporalClient Lent(Func<Task> entretemps)
    {
        var options = produit.Client.Options;
        return new(produit.Client.Connection, new() { Namespace = options.Namespace, DataConverter = options.DataConverter, Interceptors = [new Lenteur(entretemps)] });
    }

    private sealed class Lenteur(Func<Task> entretemps) : IClientInterceptor
    {
        private int vues;

        private Func<Task> Entretemps { get; } = entretemps;

        public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor nextInterceptor) => new Sortie(this, nextInterceptor);

        private sealed class Sortie(Lenteur lenteur, ClientOutboundInterceptor next) : ClientOutboundInterceptor(next)
        {
            public override async Task<WorkflowHistoryEventPage> FetchWorkflowHistoryEventPageAsync(FetchWorkflowHistoryEventPageInput input)
            {
                var page = await base.FetchWorkflowHistoryEventPageAsync(input);
                if (Interlocked.Increment(ref lenteur.vues) == 1)
                {
                    await lenteur.Entretemps();
                }

                return page;
            }
        }
    }
}
