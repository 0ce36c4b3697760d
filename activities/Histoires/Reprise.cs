using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>Takes up a journey that was cancelled, terminated or that failed, from its last decision: same stream, same state, a new run.</summary>
public static class Reprise
{
    /// <summary>True when a new run was started; false when the journey runs, or has ended by itself.</summary>
    public static async Task<bool> ReprendreAsync(ITemporalClient client, string dossierId, string flux)
    {
        var id = NomsParcours.IdWorkflow(dossierId, flux);
        var workflow = await client.GetWorkflowHandle(id).DescribeAsync();
        if (workflow.Status is not (WorkflowExecutionStatus.Canceled or WorkflowExecutionStatus.Terminated or WorkflowExecutionStatus.Failed or WorkflowExecutionStatus.TimedOut))
        {
            return false;
        }

        var histoire = await LecteurHistoires.LireAsync(client, id, workflow.RunId);
        var etat = new JsonObject();
        foreach (var decision in histoire.Decisions)
        {
            Changements.Appliquer(etat, decision.Changements!);
        }

        var demarrage = histoire.Demarrage with { Etat = etat.Count == 0 ? null : etat, RunRepris = workflow.RunId };
        await client.StartWorkflowAsync(
            (ParcoursWorkflow w) => w.RunAsync(demarrage),
            new(id, NomsParcours.FileDeTaches) { IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicate });
        return true;
    }
}
