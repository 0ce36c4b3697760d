using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using Microsoft.EntityFrameworkCore;
using Temporalio.Worker.Interceptors;

namespace FranceTravail.Parcours.Activities.Tests.Aleas;

/// <summary>
/// People saw a decision whose task was cut, and the run ended without it: by an operator, or because it continued as new and the act
/// behind the decision had been lost with the task. The next run takes it over; nothing that was shown is taken back.
/// </summary>
public sealed class When_a_run_ends_before_its_decision_is_recorded
{
    [Fact]
    public async Task Should_be_taken_over_by_the_next_run()
    {
        var coupure = new CoupeLaDeuxieme();
        await using var lot = await Lot.OuvrirAsync(Magasin.Sqlite, coupures: 0, graine: 1, coupure);
        await lot.InscrireAsync("d1", new Random(1));
        var journey = lot.Client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow("d1"));
        var acte = new Acte { Cle = "d1-1", OuvreFil = "fil-1", Acteur = new Acteur(RoleActeur.Conseiller, "c-rhone-1") };
        var perdu = journey.ExecuteUpdateAsync(w => w.AgirAsync(acte), new() { Id = acte.Cle });
        await coupure.Tombee.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await journey.TerminateAsync("essai");
        await Assert.ThrowsAnyAsync<Exception>(() => perdu);

        await using var db = lot.Ouvrir();
        var montres = await db.Faits.CountAsync();
        Assert.Equal(2, (await db.Flux.SingleAsync(f => f.DossierId == "d1")).Numero);
        var constat = await lot.Service<Verificateur>().VerifierAsync(lot.Client, "d1", default);
        Assert.Equal((Concordance.Interrompue, ""), (constat.Concordance, string.Join('\n', constat.Ecarts)));

        coupure.Coupe = false;
        Assert.True(await Reprise.ReprendreAsync(lot.Client, "d1", NomsParcours.FilPrincipal));

        // Nobody sends the act again, and nothing else happens.
        await When_anything_is_cut_anywhere.EgaleAsync(lot, "d1", TestContext.Current.CancellationToken);
        Assert.NotNull(await journey.ExecuteUpdateAsync(w => w.AgirAsync(acte), new() { Id = acte.Cle }));
        Assert.All(await db.Flux.AsNoTracking().ToListAsync(), f => Assert.Equal(1, f.Epoque));
        Assert.True(await db.Faits.IgnoreQueryFilters().CountAsync() >= montres);
        Assert.False(await db.Faits.IgnoreQueryFilters().AnyAsync(f => f.Abandonne));
        Assert.Empty(await db.Echecs.ToListAsync());
    }

    /// <summary>As long as it is told to, cuts each task that has the second decision taken, once the store holds it.</summary>
    private sealed class CoupeLaDeuxieme : IWorkerInterceptor
    {
        public bool Coupe { get; set; } = true;

        public TaskCompletionSource Tombee { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new Entree(this, nextInterceptor);

        private sealed class Entree(CoupeLaDeuxieme coupure, WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
        {
            public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new Sortie(coupure, outbound));
        }

        private sealed class Sortie(CoupeLaDeuxieme coupure, WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
        {
            public override async Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input)
            {
                var resultat = await base.ScheduleLocalActivityAsync<TResult>(input);
                if (coupure.Coupe && resultat is Decision { Numero: 2 })
                {
                    coupure.Tombee.TrySetResult();
                    throw new InvalidOperationException("Cut between the case store and the history.");
                }

                return resultat;
            }
        }
    }
}
