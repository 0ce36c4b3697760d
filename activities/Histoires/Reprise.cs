using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>
/// Takes up a journey, or a thread that runs by itself, that was cancelled, terminated or that failed, from its last decision: same stream, same
/// state, a new run.
/// </summary>
public static class Reprise
{
    /// <summary>Ended by something else than its own decisions.</summary>
    public static bool EstInterrompu(WorkflowExecutionStatus statut) =>
        statut is WorkflowExecutionStatus.Canceled or WorkflowExecutionStatus.Terminated or WorkflowExecutionStatus.Failed or WorkflowExecutionStatus.TimedOut;

    /// <summary>The workflow of a stream, in its last run; null when the service does not know it.</summary>
    public static async Task<WorkflowExecutionDescription?> DecrireAsync(ITemporalClient client, string dossierId, string flux)
    {
        try
        {
            return await client.GetWorkflowHandle(NomsParcours.IdWorkflow(dossierId, flux)).DescribeAsync();
        }
        catch (RpcException inconnu) when (inconnu.Code is RpcException.StatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>True when a new run was started; false when the journey runs, or has ended by itself.</summary>
    public static async Task<bool> ReprendreAsync(ITemporalClient client, string dossierId, string flux)
    {
        if (await DecrireAsync(client, dossierId, flux) is not { } workflow || !EstInterrompu(workflow.Status))
        {
            return false;
        }

        var histoire = await LecteurHistoires.LireAsync(client, workflow.Id, workflow.RunId);
        var etat = new JsonObject();
        foreach (var decision in histoire.Decisions)
        {
            Changements.Appliquer(etat, decision.Changements!);
        }

        var demarrage = histoire.Demarrage with { Etat = etat.Count == 0 ? null : etat, RunRepris = workflow.RunId };
        await DemarrerAsync(client, demarrage);
        return true;
    }

    internal static Task DemarrerAsync(ITemporalClient client, DemarrageParcours demarrage) => client.StartWorkflowAsync(
        (ParcoursWorkflow w) => w.RunAsync(demarrage),
        new(NomsParcours.IdWorkflow(demarrage.DossierId, demarrage.FilId), NomsParcours.FileDeTaches) { IdReusePolicy = WorkflowIdReusePolicy.AllowDuplicate });
}
