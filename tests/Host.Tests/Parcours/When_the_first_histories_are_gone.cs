using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Temporalio.Client;
using Temporalio.Exceptions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>A journey of several runs, whose first one the service no longer keeps: what can be known is, and the rest is said.</summary>
public sealed class When_the_first_histories_are_gone : IAsyncLifetime
{
    private const string Confirmer = "confirmer-rendez-vous";

    private readonly ProduitEntier produit = new();
    private Dossier dossier = null!;

    private WorkflowHandle Journey => produit.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossier.Id));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await produit.InitializeAsync();
        dossier = await produit.InscrireAsync(Confirmer);
        await produit.EgaleAsync(dossier.Id);
        var premier = await Journey.DescribeAsync();
        await Journey.TerminateAsync("essai");
        Assert.True(await Reprise.ReprendreAsync(produit.Client, dossier.Id, NomsParcours.FilPrincipal));
        await produit.AgirAsync(await produit.TacheAsync(dossier.Id, Confirmer), "confirmer");
        await produit.EgaleAsync(dossier.Id);
        await produit.Client.WorkflowService.DeleteWorkflowExecutionAsync(
            new() { Namespace = produit.Client.Options.Namespace, WorkflowExecution = new() { WorkflowId = premier.Id, RunId = premier.RunId } });
        await ProduitEntier.JusquaAsync(async () => !await EstLaAsync(premier.RunId));
    }

    public ValueTask DisposeAsync() => produit.DisposeAsync();

    [Fact]
    public async Task Should_be_verified_from_where_they_begin_and_say_what_is_not()
    {
        await produit.EgaleAsync(dossier.Id);
        Assert.True(Assert.Single((await produit.VerifierAsync(dossier.Id)).Inconnus).Value > 0);
        Assert.Contains("n’est pas vérifié", await produit.CommandeAsync("dossiers", "verifier", dossier.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_be_rebuilt_from_there_and_keep_what_came_before()
    {
        var avant = await produit.FaitsAsync(dossier.Id);
        await using (var db = produit.Ouvrir())
        {
            await db.Taches.Where(t => t.DossierId == dossier.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Libelle, "autre chose"), Stop);
        }

        Assert.Equal(Concordance.Differente, (await produit.VerifierAsync(dossier.Id)).Concordance);
        Assert.Contains("reste tel que la base le montre", await produit.CommandeAsync("dossiers", "reconstruire", dossier.Id), StringComparison.Ordinal);
        await produit.EgaleAsync(dossier.Id);
        Assert.Equal(avant.Select(Cle), (await produit.FaitsAsync(dossier.Id)).Select(Cle));
    }

    [Fact]
    public async Task Should_be_rebuilt_as_far_as_is_known_where_the_store_lost_it()
    {
        var ouvertes = await OuvertesAsync();
        await produit.Services.GetRequiredService<Effacement>().EffacerAsync(dossier.Id, Stop);
        await produit.CommandeAsync("dossiers", "reconstruire", dossier.Id);
        await produit.RebatiAsync(dossier.Id);
        Assert.Equal(ouvertes, await OuvertesAsync());
        Assert.DoesNotContain(await produit.FaitsAsync(dossier.Id), f => f.Decision == 1);
    }

    [Fact]
    public async Task Should_be_taken_up_again_when_it_was_interrupted()
    {
        var ouvertes = await OuvertesAsync();
        await Journey.TerminateAsync("essai");
        Assert.Contains("1 parcours repris", await produit.CommandeAsync("dossiers", "reprendre", dossier.Id), StringComparison.Ordinal);
        await produit.EgaleAsync(dossier.Id);
        Assert.Equal(ouvertes, await OuvertesAsync());
        Assert.DoesNotContain(await produit.FaitsAsync(dossier.Id), f => f.Abandonne);
    }

    [Fact]
    public async Task Should_say_of_a_thread_that_what_opened_it_is_no_longer_known() =>
        Assert.Null(await produit.Services.GetRequiredService<Recommencement>().FilAsync(produit.Client, dossier.Id, "inconnu#1", Stop));

    private static string Cle(Fait f) => $"{f.Epoque}/{f.Sequence} {f.Code} {f.Decision} {f.Abandonne}";

    private Task<List<string>> OuvertesAsync() => produit.LireAsync(
        db => db.Taches.Where(t => t.DossierId == dossier.Id && t.CloseLe == null).OrderBy(t => t.Id).Select(t => t.Id + t.Libelle).ToListAsync(Stop));

    private async Task<bool> EstLaAsync(string runId)
    {
        try
        {
            await produit.Client.GetWorkflowHandle(Journey.Id, runId).DescribeAsync();
            return true;
        }
        catch (RpcException absent) when (absent.Code is RpcException.StatusCode.NotFound)
        {
            return false;
        }
    }
}
