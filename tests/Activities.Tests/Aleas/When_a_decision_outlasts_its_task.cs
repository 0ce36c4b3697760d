using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using Microsoft.EntityFrameworkCore;
using Temporalio.Api.Enums.V1;
using Temporalio.Worker.Interceptors;
using ActivityInboundInterceptor = Temporalio.Worker.Interceptors.ActivityInboundInterceptor;

namespace FranceTravail.Parcours.Activities.Tests.Aleas;

/// <summary>
/// A decision on a slow disk is asked in one workflow task, answered in the next, and lost with that one: the store must still hold it,
/// although it was asked in a task that the history has.
/// </summary>
public sealed class When_a_decision_outlasts_its_task
{
    [Fact]
    public async Task Should_be_answered_again_after_a_cut()
    {
        var lenteur = new Lenteur();
        await using var lot = await Lot.OuvrirAsync(Magasin.Sqlite, coupures: 0, graine: 1, lenteur);
        await lot.InscrireAsync("d1", new Random(1), tache: TimeSpan.FromSeconds(2));
        await lenteur.Commencee.Task.WaitAsync(TimeSpan.FromMinutes(1));

        // They wait for the slow decision, and are taken up right behind it, in its task.
        var journey = lot.Client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow("d1"));
        var acts = Task.WhenAll(Enumerable.Range(1, 2).Select(i => journey.ExecuteUpdateAsync(w => w.AgirAsync(new Acte
        {
            Cle = $"d1-{i}",
            OuvreFil = $"fil-{i}",
            Acteur = new Acteur(RoleActeur.Conseiller, "c-rhone-1"),
        }))));

        // The history has the task in which the decision was asked, and the one that took the acts in: it is answered in another.
        var accepted = 0;
        await foreach (var e in journey.FetchHistoryEventsAsync(new() { WaitNewEvent = true }))
        {
            accepted += e.EventType is EventType.WorkflowExecutionUpdateAccepted ? 1 : 0;
            if (accepted == 2)
            {
                break;
            }
        }

        lenteur.Finir.SetResult();
        await acts.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, lenteur.Coupees);
        var constat = await lot.Service<Verificateur>().VerifierAsync(lot.Client, "d1", default);
        Assert.True(When_anything_is_cut_anywhere.Concorde(constat), string.Join('\n', constat.Ecarts));
        await using var db = lot.Ouvrir();
        Assert.Empty(await db.Echecs.ToListAsync());
    }

    /// <summary>The first decision lasts until it is told to end; the third is cut before the history holds it.</summary>
    private sealed class Lenteur : IWorkerInterceptor
    {
        private int coupees;

        public TaskCompletionSource Commencee { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Finir { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Coupees => coupees;

        public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => new Activite(this, nextInterceptor);

        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new Entree(this, nextInterceptor);

        private sealed class Activite(Lenteur lenteur, ActivityInboundInterceptor next) : ActivityInboundInterceptor(next)
        {
            public override async Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
            {
                var resultat = await base.ExecuteActivityAsync(input);
                if (input.Args[0] is DecisionDemandee { Numero: 1 } && lenteur.Commencee.TrySetResult())
                {
                    await lenteur.Finir.Task;
                }

                return resultat;
            }
        }

        private sealed class Entree(Lenteur lenteur, WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
        {
            public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new Sortie(lenteur, outbound));
        }

        private sealed class Sortie(Lenteur lenteur, WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
        {
            public override async Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input)
            {
                var resultat = await base.ScheduleLocalActivityAsync<TResult>(input);
                return resultat is Decision { Numero: 3 } && Interlocked.CompareExchange(ref lenteur.coupees, 1, 0) == 0
                    ? throw new InvalidOperationException("Cut between the case store and the history.")
                    : resultat;
            }
        }
    }
}
