using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

public class When_a_journey_runs_on_the_engine
{
    /// <summary>A cycle of three months, thirteen weeks declared and validated, stays far from the limits of a history.</summary>
    private const int EvenementsMax = 900;

    [Fact]
    public async Task Should_reach_the_second_review_and_continue_as_new_at_each()
    {
        await using var scene = await Scene.OuvrirAsync();
        var histoire = new Histoire(scene);
        await histoire.JusquAuContratSigneAsync();
        await histoire.JusquALaRevueAsync();
        var evenements = (await scene.Poignee.FetchHistoryAsync()).Events.Count;
        Assert.InRange(evenements, 50, EvenementsMax);

        // By the review itself: a heavy history is continued as new before it, too.
        var premier = (await scene.Poignee.DescribeAsync()).RunId;
        await histoire.AgirAsync("tenir-revue", "Poursuite");
        var second = (await scene.Poignee.DescribeAsync()).RunId;
        Assert.NotEqual(premier, second);
        Assert.Equal(WorkflowExecutionStatus.ContinuedAsNew, (await scene.Client.GetWorkflowHandle(scene.Poignee.Id, premier).DescribeAsync()).Status);

        await histoire.JusquALaRevueAsync();
        await histoire.AgirAsync("tenir-revue", "Sortie", ("motif", "emploi"));
        await scene.Poignee.GetResultAsync();
        Assert.Equal("parcours.clos", scene.Codes[^1]);
        Assert.DoesNotContain(scene.Activites.Registre.De(scene.DossierId).SelectMany(p => p.Faits), f => f.Ton == TonFait.EcheanceDepassee);
    }

    [Fact]
    public async Task Should_have_an_owner_and_a_deadline_at_every_moment_and_survive_a_new_worker_after_every_act()
    {
        await using var scene = await Scene.OuvrirAsync(Situations.Incertaine);
        var histoire = new Histoire(scene, async () =>
        {
            await scene.RemplacerOuvrierAsync();
            if (await scene.AvancementAsync() is { Clos: false } situation)
            {
                Assert.NotNull(situation.ProchaineEcheance);
                Assert.True(situation.Responsable.Id is not null || situation.Responsable.File is not null);
            }
        });
        await histoire.AgirAsync("decider-orientation", "retenir");
        await histoire.JusquAuContratSigneAsync();
        await histoire.JusquALaRevueAsync();
        await histoire.AgirAsync("tenir-revue", "Poursuite");
        Assert.Equal("revue.poursuite", scene.Codes[^1]);
        Assert.Equal(scene.Activites.Effets.Count, scene.Activites.Effets.Distinct().Count());
    }

    [Fact]
    public async Task Should_show_the_effect_of_an_act_before_answering_it()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.OrienterAsync();
        var resultat = await scene.AgirAsync("confirmer-rendez-vous", "confirmer");
        Assert.StartsWith("C’est noté", resultat.Message);
        Assert.Equal(resultat.Projection, scene.Activites.Registre.De(scene.DossierId)[^1].Sequence);
        Assert.Equal("premier-rendez-vous.confirme", scene.Codes[^1]);
    }

    [Fact]
    public async Task Should_do_once_what_is_sent_twice()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.OrienterAsync();
        var acte = scene.Acte(await scene.TacheAsync("confirmer-rendez-vous"), "confirmer");
        var ensemble = await Task.WhenAll(Envoyer(scene, acte), Envoyer(scene, acte), Envoyer(scene, acte));
        var apres = await Envoyer(scene, acte);
        Assert.Equal(apres, Assert.Single(ensemble.Distinct()));
        Assert.Single(scene.Codes, c => c == "premier-rendez-vous.confirme");
    }

    [Fact]
    public async Task Should_remember_an_act_over_a_review()
    {
        await using var scene = await Scene.OuvrirAsync();
        var histoire = new Histoire(scene);
        await histoire.JusquAuContratSigneAsync();
        await histoire.JusquALaRevueAsync();
        var acte = scene.Acte(await scene.TacheAsync("tenir-revue"), "Poursuite");
        var premier = await Envoyer(scene, acte);
        Assert.Equal(premier, await Envoyer(scene, acte));
        Assert.Single(scene.Codes, c => c == "revue.poursuite");
    }

    [Fact]
    public async Task Should_refuse_in_French_and_leave_no_trace()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.OrienterAsync();
        var tache = await scene.TacheAsync("confirmer-rendez-vous");
        await scene.JusquaAsync(() => scene.Activites.Effets.Any(e => e.Contains("invitation", StringComparison.Ordinal)), "invitation");
        await scene.CalmeAsync();
        var avant = scene.Activites.Registre.De(scene.DossierId).Count;
        var refus = await Assert.ThrowsAsync<WorkflowUpdateFailedException>(() => scene.AgirAsync(scene.Acte(tache, "signer")));
        var cause = Assert.IsType<ApplicationFailureException>(refus.InnerException);
        Assert.Equal((NomsParcours.ActeRefuse, "Ce geste n’est pas possible sur cette tâche."), (cause.ErrorType, cause.Message));
        Assert.Equal(avant, scene.Activites.Registre.De(scene.DossierId).Count);

        // That of the orientation.
        Assert.Single((await scene.Poignee.FetchHistoryAsync()).Events, e => e.EventType == EventType.WorkflowExecutionUpdateAccepted);
    }

    [Fact]
    public async Task Should_go_on_by_itself_after_a_partner_was_down_and_do_nothing_twice()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.OrienterAsync();
        await scene.TacheAsync("confirmer-rendez-vous");
        scene.Activites.Pannes = 6;
        await scene.AgirAsync("confirmer-rendez-vous", "deplacer", ("a-partir-du", "2026-10-20"));
        await scene.AvancerAsync(TimeSpan.FromHours(1));
        await scene.TacheAsync("confirmer-rendez-vous");
        Assert.Contains(scene.Activites.Effets, e => e.EndsWith("/creneau-2", StringComparison.Ordinal));
        Assert.Single(scene.Activites.Effets, e => e.Contains("liberation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_keep_acting_while_a_partner_is_down()
    {
        await using var scene = await Scene.OuvrirAsync();
        var histoire = new Histoire(scene);
        await histoire.JusquAuContratAsync();
        scene.Activites.Pannes = int.MaxValue;
        await histoire.AgirAsync("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "15"));
        await histoire.AgirAsync("signer-contrat", "signer");
        Assert.Contains((await scene.AvancementAsync())!.EnAttente, d => d.StartsWith("contrat-", StringComparison.Ordinal));
        scene.Activites.Pannes = 0;
        await scene.AvancerAsync(TimeSpan.FromHours(1));
        Assert.Empty((await scene.AvancementAsync())!.EnAttente);
    }

    [Fact]
    public async Task Should_wake_up_for_all_that_came_due_while_no_worker_was_there()
    {
        await using var scene = await Scene.OuvrirAsync();
        var histoire = new Histoire(scene);
        await histoire.JusquAuContratAsync();
        await histoire.AgirAsync("proposer-contrat", "proposer", ("objectif", "t-objectif"), ("heures-formation", "15"));
        await scene.CalmeAsync();
        await scene.CongedierAsync();
        // The clock stops at the first reminder: it waits for a worker, as the journey does.
        var quaranteJours = scene.AvancerJoursAsync(40);
        await scene.JusquaAsync(() => scene.Maintenant > new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), "first reminder");
        scene.Embaucher();
        await quaranteJours;
        await scene.JusquaAsync(() => scene.Codes.Contains("contrat.delai"), "contrat.delai");
        Assert.Equal(2, scene.Codes.Count(c => c == "tache.rappel"));
    }

    [Fact]
    public async Task Should_show_nothing_that_a_crash_takes_back()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.OrienterAsync();
        var acte = scene.Acte(await scene.TacheAsync("confirmer-rendez-vous"), "confirmer");
        await scene.CalmeAsync();
        scene.Activites.ApresDecision = d => d.Faits.Any(f => f.Code == "premier-rendez-vous.confirme")
            ? Task.Delay(Timeout.Infinite, ActivityExecutionContext.Current.WorkerShutdownToken)
            : Task.CompletedTask;
        var envoi = Envoyer(scene, acte);
        await scene.JusquaAsync(() => scene.Codes.Contains("premier-rendez-vous.confirme"), "projection");
        await scene.CongedierAsync();
        scene.Activites.ApresDecision = _ => Task.CompletedTask;

        scene.Embaucher();
        await envoi;
        await scene.AvancerJoursAsync(3);
        var situation = await scene.AvancementAsync();
        Assert.Equal(situation!.Projection, scene.Activites.Registre.De(scene.DossierId).Count);
        Assert.Single(scene.Codes, c => c == "premier-rendez-vous.confirme");
        Assert.Equal(2, scene.Codes.Count(c => c == "premier-rendez-vous.rappel"));
    }

    /// <summary>A worker decided an act, showed it, and was killed; then the engine lost the act too, for no history held it yet.</summary>
    [Fact]
    public async Task Should_go_on_from_what_was_shown_when_the_act_itself_was_lost()
    {
        await using var scene = await Scene.OuvrirAsync();
        await scene.OrienterAsync();
        var acte = scene.Acte(await scene.TacheAsync("confirmer-rendez-vous"), "confirmer");
        await scene.CalmeAsync();
        await scene.Activites.DeciderAsync(scene.Suivante(Evenement.De(acte)));
        await scene.AvancerJoursAsync(3);

        var decisions = scene.Activites.Registre.Decisions(scene.DossierId);
        Assert.Equal((await scene.AvancementAsync())!.Projection, decisions[^1].Numero);
        Assert.Single(scene.Codes, c => c == "premier-rendez-vous.confirme");
        Assert.Equal(2, scene.Codes.Count(c => c == "premier-rendez-vous.rappel"));
        Assert.StartsWith("C’est noté", (await Envoyer(scene, acte)).Message);
        Assert.Equal(decisions.Count, scene.Activites.Registre.Decisions(scene.DossierId).Count);
    }

    private static Task<ResultatActe> Envoyer(Scene scene, Acte acte) => scene.Poignee.ExecuteUpdateAsync(w => w.AgirAsync(acte));
}
