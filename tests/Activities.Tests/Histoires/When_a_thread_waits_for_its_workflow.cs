using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Activities.Tests.Aleas;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;

namespace FranceTravail.Parcours.Activities.Tests.Histoires;

/// <summary>A thread that runs by itself is open in the store before its workflow is there. One that nobody asks for any more is lost.</summary>
public sealed class When_a_thread_waits_for_its_workflow
{
    [Fact]
    public async Task Should_be_looked_at_and_told_only_when_nobody_asks_for_it()
    {
        var attente = new Attente();
        await using var lot = await Lot.OuvrirAsync(Magasin.Sqlite, coupures: 0, graine: 1, attente);
        await lot.InscrireAsync("d1", new Random(3));
        var acte = new Acte { Cle = "d1-1", OuvreFil = "fil-1", Acteur = new Acteur(RoleActeur.Conseiller, "c-rhone-1") };
        await lot.Client.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow("d1")).ExecuteUpdateAsync(w => w.AgirAsync(acte), new() { Id = acte.Cle });
        await attente.Demandee.Task.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["d1"], await lot.Service<Appariement>().DouteuxAsync(lot.Client, default));
        await When_anything_is_cut_anywhere.EgaleAsync(lot, "d1", TestContext.Current.CancellationToken);

        await using (var db = lot.Ouvrir())
        {
            var ouvert = await db.Fils.SingleAsync(f => f.Separe);
            db.Add(new FilDossier { DossierId = "d1", Id = "fil-1-2", Type = ouvert.Type, NoeudId = ouvert.NoeudId, OuvertLe = ouvert.OuvertLe, Separe = true });
            await db.SaveChangesAsync();
        }

        var constat = await lot.Service<Verificateur>().VerifierAsync(lot.Client, "d1", default);
        Assert.Equal((Concordance.SansFil, "fil-1-2"), (constat.Concordance, Assert.Single(constat.Perdus)));
    }

    /// <summary>No workflow of a thread is ever started.</summary>
    private sealed class Attente : IWorkerInterceptor
    {
        public TaskCompletionSource Demandee { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new Entree(this, nextInterceptor);

        private sealed class Entree(Attente attente, WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
        {
            public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new Sortie(attente, outbound));
        }

        private sealed class Sortie(Attente attente, WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
        {
            public override async Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(StartChildWorkflowInput input)
            {
                attente.Demandee.TrySetResult();
                await Workflow.WaitConditionAsync(() => false);
                return await base.StartChildWorkflowAsync<TWorkflow, TResult>(input);
            }
        }
    }
}
