using NodaTime.Extensions;
using System.Collections.Concurrent;
using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using Temporalio.Activities;
using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Workflows.Tests.Moteur;

/// <summary>All that a journey calls, in memory: each effect once a key, each decision once a rank, as the real activities promise.</summary>
public sealed class ActivitesEnMemoire(TimeProvider horloge, ModeleParcours modele, CatalogueEtapes catalogue) : ActivitesDuMonde, IDecisionActivities
{
    private readonly ConcurrentDictionary<string, Reponse> reponses = new();
    private readonly Deciseur deciseur = new(catalogue, CalendriersCommunes.Nationaux, TableCompetence.Nationale);

    internal Monde Monde { get; } = new();

    /// <summary>Fails this many more calls of the world before answering again.</summary>
    public int Pannes { get; set; }

    /// <summary>Called once a decision is kept, before its answer: what a crash at that instant cuts off.</summary>
    public Func<Decision, Task> ApresDecision { get; set; } = _ => Task.CompletedTask;

    public Registre Registre { get; } = new();

    /// <summary>Keys of the effects, each once.</summary>
    public ICollection<string> Effets => reponses.Keys;

    [Activity(IDecisionActivities.Decider)]
    public async Task<Decision> DeciderAsync(DecisionDemandee demande)
    {
        var decision = Registre.Garder(demande, () => deciseur.Decider(demande, modele, epoque: 1, Monde));
        await ApresDecision(decision);
        return decision;
    }

    /// <summary>How many times a thread was told what it shares.</summary>
    public int Informes { get; private set; }

    /// <summary>As the real one: the thread is told, unless it has ended.</summary>
    [Activity("InformerFil")]
    public async Task InformerAsync(Appel<DossierPartage> demande)
    {
        Informes++;
        var fil = ActivityExecutionContext.Current.TemporalClient.GetWorkflowHandle<ParcoursWorkflow>(NomsParcours.IdWorkflow(demande.DossierId, demande.Contenu.FilId));
        try
        {
            await fil.SignalAsync(w => w.PartagerAsync(demande.Contenu));
        }
        catch (RpcException absent) when (absent.Code is RpcException.StatusCode.NotFound)
        {
            Assert.NotEqual(WorkflowExecutionStatus.Running, (await fil.DescribeAsync()).Status);
        }
    }

    protected override Reponse Repondre(Demande demande)
    {
        if (Pannes > 0)
        {
            Pannes--;
            throw Indisponible();
        }

        // A refusal is no effect: asked again, the world may answer otherwise.
        var reponse = Monde.Repondre(demande, horloge.GetUtcNow().ToInstant());
        return reponse.Refus is null ? reponses.GetOrAdd(demande.Cle, reponse) : reponse;
    }
}
