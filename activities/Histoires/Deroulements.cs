using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>
/// The runs of a stream, as the service holds them. Anybody may start a workflow under any id, also in place of a journey that runs: such a run
/// is of no stream, and is passed over.
/// </summary>
public static class Deroulements
{
    /// <summary>The last run of a stream; null when the service knows none.</summary>
    public static async Task<WorkflowExecutionDescription?> DernierAsync(ITemporalClient client, string dossierId, string flux)
    {
        var id = NomsParcours.IdWorkflow(dossierId, flux);
        var dernier = await DecrireAsync(client, id, null);
        if (dernier is null || await EstDuFluxAsync(client, dernier, dossierId, flux))
        {
            return dernier;
        }

        var autres = new List<WorkflowExecution>();
        await foreach (var run in client.ListWorkflowsAsync($"WorkflowId = '{id.Replace("'", "''", StringComparison.Ordinal)}' AND WorkflowType = '{NomsParcours.Workflow}'"))
        {
            if (run.RunId != dernier.RunId && await EstDuFluxAsync(client, run, dossierId, flux))
            {
                autres.Add(run);
            }
        }

        return autres.MaxBy(run => run.StartTime) is { } sien ? await DecrireAsync(client, id, sien.RunId) : null;
    }

    /// <summary>Ends what runs under the id of a stream and is of none, so that the stream can go on.</summary>
    internal static async Task LibererAsync(ITemporalClient client, string dossierId, string flux)
    {
        if (await DecrireAsync(client, NomsParcours.IdWorkflow(dossierId, flux), null) is { Status: WorkflowExecutionStatus.Running } dernier
            && !await EstDuFluxAsync(client, dernier, dossierId, flux))
        {
            await client.GetWorkflowHandle(dernier.Id, dernier.RunId).TerminateAsync("lancé sous l’identifiant d’un parcours, sans en être un");
        }
    }

    private static async Task<WorkflowExecutionDescription?> DecrireAsync(ITemporalClient client, string id, string? runId)
    {
        try
        {
            return await client.GetWorkflowHandle(id, runId).DescribeAsync();
        }
        catch (RpcException inconnu) when (inconnu.Code is RpcException.StatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Whether a run was started as what carries the stream.</summary>
    private static async Task<bool> EstDuFluxAsync(ITemporalClient client, WorkflowExecution run, string dossierId, string flux)
    {
        if ((run.WorkflowType, run.TaskQueue) != (NomsParcours.Workflow, NomsParcours.FileDeTaches))
        {
            return false;
        }

        var page = await client.WorkflowService.GetWorkflowExecutionHistoryAsync(new()
        {
            Namespace = client.Options.Namespace,
            Execution = new() { WorkflowId = run.Id, RunId = run.RunId },
            MaximumPageSize = 1,
        });
        return page.History.Events[0].WorkflowExecutionStartedEventAttributes.Input?.Payloads_ is [var entree, ..]
            && await ParcoursDataConverter.Instance.ToValueAsync<DemarrageParcours?>(entree) is { } demarrage && (demarrage.DossierId, demarrage.FilId) == (dossierId, flux);
    }
}
