using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Espaces.Taches;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Temporalio.Client;
using Temporalio.Exceptions;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>The process died between the act and its answer: the journey knows whether the text counts.</summary>
public class When_a_draft_has_waited(RouteFixture route) : IClassFixture<RouteFixture>
{
    [Fact]
    public async Task Should_count_when_the_act_was_taken_go_when_it_never_was_and_wait_when_nobody_answers()
    {
        var (taken, never, young) = (await DraftAsync(hours: 2), await DraftAsync(hours: 2), await DraftAsync(hours: 0));
        await route.AvecWorkerAsync(() => SendAsync(taken));
        var waiting = await DraftAsync(hours: 2);
        await Assert.ThrowsAsync<WorkflowUpdateRpcTimeoutOrCanceledException>(() => SendAsync(waiting, TimeSpan.FromSeconds(1)));

        using var sweep = ActivatorUtilities.CreateInstance<BalayageBrouillons>(route.Services);
        await sweep.TournerAsync(TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(await route.TextesAsync(taken.DossierId)).EnAttente);
        Assert.Empty(await route.TextesAsync(never.DossierId));
        Assert.NotNull(Assert.Single(await route.TextesAsync(waiting.DossierId)).EnAttente);
        Assert.NotNull(Assert.Single(await route.TextesAsync(young.DossierId)).EnAttente);
    }

    [Fact]
    public async Task Should_count_when_a_fact_cites_it_though_the_run_that_took_it_is_gone()
    {
        var draft = await DraftAsync(hours: 2);
        await using (var db = route.Dossiers())
        {
            db.Faits.Add(Tests.Web.Dossiers.Fact(new Dossier
            {
                Id = draft.DossierId,
                Nom = "",
                Prenom = "",
                DateNaissance = default,
                CommuneInsee = "",
                Territoire = "",
                SituationJson = "",
                ModeleId = "",
                ModeleVersion = 1,
                InscritLe = default,
            }, 1, RoleActeur.Personne, "La personne a écrit.", texteId: draft.Id));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var sweep = ActivatorUtilities.CreateInstance<BalayageBrouillons>(route.Services);
        await sweep.TournerAsync(TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(await route.TextesAsync(draft.DossierId)).EnAttente);
    }

    [Fact]
    public async Task Should_be_concluded_though_the_facts_of_another_dossier_cannot_be_read()
    {
        var drafts = new[] { await DraftAsync(hours: 2), await DraftAsync(hours: 2), await DraftAsync(hours: 2) };
        var unreadable = drafts.MinBy(d => d.DossierId, StringComparer.Ordinal)!;
        await using (var db = route.Dossiers())
        {
            var dossier = await db.Dossiers.FindAsync([unreadable.DossierId], TestContext.Current.CancellationToken);
            db.Faits.Add(Tests.Web.Dossiers.Fact(dossier!, 1, RoleActeur.Personne, "La personne a écrit."));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync($"DROP TRIGGER Faits_immuables_update", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE Faits SET Donnees = 'rien' WHERE DossierId = {unreadable.DossierId}", TestContext.Current.CancellationToken);
        }

        using var sweep = ActivatorUtilities.CreateInstance<BalayageBrouillons>(route.Services);
        await sweep.TournerAsync(TestContext.Current.CancellationToken);
        foreach (var draft in drafts)
        {
            Assert.Equal(draft == unreadable ? 1 : 0, (await route.TextesAsync(draft.DossierId)).Count);
        }

        var failures = await route.Services.GetRequiredService<Echecs>().TousAsync(TestContext.Current.CancellationToken);
        Assert.Contains(failures, f => f.Service == BalayageBrouillons.Service && f.DossierId == unreadable.DossierId);
    }

    private async Task<TexteLibre> DraftAsync(int hours)
    {
        var task = await route.OuvrirAsync();
        var draft = new TexteLibre
        {
            Id = $"{Guid.NewGuid():n}-raison",
            DossierId = task.DossierId,
            Flux = task.Flux,
            AuteurRole = "Conseiller",
            Texte = "Une raison",
            EnAttente = Guid.NewGuid().ToString(),
            CreeLe = Tests.Web.Dossiers.Now - Duration.FromHours(hours),
        };
        await using var db = route.Dossiers();
        db.TextesLibres.Add(draft);
        await db.SaveChangesAsync();
        return draft;
    }

    private async Task<ResultatActe> SendAsync(TexteLibre draft, TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(30));
        return await route.Client.GetWorkflowHandle(NomsParcours.IdWorkflow(draft.DossierId)).ExecuteUpdateAsync<ResultatActe>(
            NomsParcours.MiseAJourAgir,
            [new Acte { Cle = draft.EnAttente!, TacheId = "t", Geste = "valider", Acteur = new(RoleActeur.Conseiller, "c"), Valeurs = new Dictionary<string, string> { ["raison"] = draft.Id } }],
            new WorkflowUpdateOptions { Id = draft.EnAttente, Rpc = new() { CancellationToken = limit.Token } });
    }
}
