using System.Collections.Concurrent;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using Temporalio.Exceptions;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;
using ActivityInboundInterceptor = Temporalio.Worker.Interceptors.ActivityInboundInterceptor;

namespace FranceTravail.Parcours.Activities.Tests.Aleas;

/// <summary>
/// Cuts between two commits, as a killed worker does: once the case store holds a decision and before the history does, the
/// workflow task is lost with all that it had begun; and an activity's answer is lost once its effect is there. Every decision
/// that was shown is held against the invariants of the bench.
/// </summary>
/// <param name="pourCent">Of a hundred commits, so many after which all is cut.</param>
/// <param name="chance">Says which.</param>
internal sealed class Coupures(int pourCent, Chance chance) : IWorkerInterceptor
{
    private int coupees;
    private int perdues;

    /// <summary>Decisions that the store held and the history lost.</summary>
    public int Coupees => coupees;

    /// <summary>Answers lost after their effect.</summary>
    public int Perdues => perdues;

    /// <summary>What did not hold, with the dossier where it did not.</summary>
    public ConcurrentQueue<string> Fautes { get; } = new();

    public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor nextInterceptor) => new Entree(this, nextInterceptor);

    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor nextInterceptor) => new Activite(this, nextInterceptor);

    private bool Coupe() => chance.Tirer(100) < pourCent;

    private void Tenir(DecisionDemandee demande, Decision decision)
    {
        if (decision.Refus is not null || demande.Demarrage.FilId != NomsParcours.FilPrincipal)
        {
            return;
        }

        var avant = demande.Etat is { } json ? VersionsEtat.Lire(json) : null;
        var apres = demande.Etat?.DeepClone().AsObject() ?? [];
        Changements.Appliquer(apres, decision.Changements!);
        var etat = VersionsEtat.Lire(apres);
        try
        {
            Invariants.Verifier(avant, decision, etat, ProjectionDecision.De(decision, demande.Demarrage.DossierId, NomsParcours.FilPrincipal, avant, etat), decision.Le);
        }
        catch (Xunit.Sdk.XunitException faute)
        {
            Fautes.Enqueue($"{demande.Demarrage.DossierId}, decision {decision.Numero}: {faute.Message}");
        }
    }

    private sealed class Entree(Coupures coupures, WorkflowInboundInterceptor next) : WorkflowInboundInterceptor(next)
    {
        public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new Sortie(coupures, outbound));
    }

    private sealed class Sortie(Coupures coupures, WorkflowOutboundInterceptor next) : WorkflowOutboundInterceptor(next)
    {
        public override async Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input)
        {
            var resultat = await base.ScheduleLocalActivityAsync<TResult>(input);
            if (!Workflow.Unsafe.IsReplaying && coupures.Coupe())
            {
                Interlocked.Increment(ref coupures.coupees);
                throw new InvalidOperationException("Cut between the case store and the history.");
            }

            return resultat;
        }
    }

    private sealed class Activite(Coupures coupures, ActivityInboundInterceptor next) : ActivityInboundInterceptor(next)
    {
        public override async Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
        {
            var resultat = await base.ExecuteActivityAsync(input);
            if (input.Args[0] is DecisionDemandee demande)
            {
                coupures.Tenir(demande, (Decision)resultat!);
            }
            else if (coupures.Coupe())
            {
                Interlocked.Increment(ref coupures.perdues);
                throw new ApplicationFailureException("The answer was lost after the effect.", "ReponsePerdue");
            }

            return resultat;
        }
    }
}
