using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Activities.Tests.Aleas;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using Microsoft.EntityFrameworkCore;
using Temporalio.Worker.Interceptors;
using ActivityInboundInterceptor = Temporalio.Worker.Interceptors.ActivityInboundInterceptor;

namespace FranceTravail.Parcours.Activities.Tests.Histoires;

/// <summary>Somebody was registered while no worker was there: her journey is in the engine, and decided nothing yet.</summary>
public sealed class When_a_journey_has_not_begun
{
    [Fact]
    public async Task Should_be_looked_at_and_found_as_it_should_be()
    {
        var attente = new Attente();
        await using var lot = await Lot.OuvrirAsync(Magasin.Sqlite, coupures: 0, graine: 1, attente);
        await lot.InscrireAsync("d1", new Random(1));
        await attente.Commencee.Task.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["d1"], await lot.Service<Appariement>().DouteuxAsync(lot.Client, default));
        var constat = await lot.Service<Verificateur>().VerifierAsync(lot.Client, "d1", default);
        Assert.Equal((Concordance.Egale, ""), (constat.Concordance, string.Join('\n', constat.Ecarts)));

        attente.Finir.SetResult();
        await attente.Prise.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await When_anything_is_cut_anywhere.EgaleAsync(lot, "d1", TestContext.Current.CancellationToken);
        await using var db = lot.Ouvrir();
        Assert.Equal(StatutDossier.Ouvert, (await db.Dossiers.SingleAsync()).Statut);
        Assert.Empty(await lot.Service<Appariement>().DouteuxAsync(lot.Client, default));
    }

    /// <summary>The first decision waits until it is told to be taken.</summary>
    private sealed class Attente : IWorkerInterceptor
    {
        public TaskCompletionSource Commencee { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Finir { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Prise { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => new Activite(this, nextInterceptor);

        private sealed class Activite(Attente attente, ActivityInboundInterceptor next) : ActivityInboundInterceptor(next)
        {
            public override async Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
            {
                if (input.Args[0] is DecisionDemandee { Numero: 1 })
                {
                    attente.Commencee.TrySetResult();
                    await attente.Finir.Task;
                }

                var decision = await base.ExecuteActivityAsync(input);
                attente.Prise.TrySetResult();
                return decision;
            }
        }
    }
}
