using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>
/// The runs of a stream, as the service holds them. Anybody may start a workflow under any id, also in place of a journey that runs, and with what
/// began it: such a run is of no stream, and is passed over.
/// </summary>
public static class Deroulements
{
    /// <summary>The last run of a stream; null when the service knows none.</summary>
    public static async Task<WorkflowExecutionDescription?> DernierAsync(ITemporalClient client, string dossierId, string flux)
    {
        var id = NomsParcours.IdWorkflow(dossierId, flux);
        if (await DecrireAsync(client, id, null) is not { } dernier)
        {
            return null;
        }

        var duDernier = await DebutAsync(client, dernier, dossierId, flux);
        if (duDernier is DebutFlux.Suite)
        {
            return dernier;
        }

        WorkflowExecution? sien = null;
        foreach (var run in await TousAsync(client, dernier))
        {
            var debut = run.RunId == dernier.RunId ? duDernier : await DebutAsync(client, run, dossierId, flux);
            sien = debut is DebutFlux.Suite || (debut is DebutFlux.Premier && sien is null) ? run : sien;
        }

        return sien is null ? null : sien.RunId == dernier.RunId ? dernier : await DecrireAsync(client, id, sien.RunId);
    }

    /// <summary>Ends what runs under the id of a stream and is of none, so that the stream can go on.</summary>
    /// <param name="client">Of the service that holds the histories.</param>
    /// <param name="sien">The last run of the stream.</param>
    internal static async Task LibererAsync(ITemporalClient client, WorkflowExecution sien)
    {
        if (await DecrireAsync(client, sien.Id, null) is { Status: WorkflowExecutionStatus.Running } dernier && dernier.RunId != sien.RunId)
        {
            await client.GetWorkflowHandle(dernier.Id, dernier.RunId).TerminateAsync("lancé sous l’identifiant d’un parcours, sans en être un");
        }
    }

    /// <summary>The runs under an id, from the oldest that is kept on; lists may be late with the last one.</summary>
    private static async Task<IEnumerable<WorkflowExecution>> TousAsync(ITemporalClient client, WorkflowExecution dernier)
    {
        var runs = new List<WorkflowExecution> { dernier };
        await foreach (var run in client.ListWorkflowsAsync($"WorkflowId = '{dernier.Id.Replace("'", "''", StringComparison.Ordinal)}' AND WorkflowType = '{NomsParcours.Workflow}'"))
        {
            runs.Add(run);
        }

        return runs.DistinctBy(run => run.RunId).OrderBy(run => run.StartTime);
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

    private static async Task<DebutFlux> DebutAsync(ITemporalClient client, WorkflowExecution run, string dossierId, string flux)
    {
        if ((run.WorkflowType, run.TaskQueue) != (NomsParcours.Workflow, NomsParcours.FileDeTaches))
        {
            return DebutFlux.Etranger;
        }

        var page = await client.WorkflowService.GetWorkflowExecutionHistoryAsync(new()
        {
            Namespace = client.Options.Namespace,
            Execution = new() { WorkflowId = run.Id, RunId = run.RunId },
            MaximumPageSize = 1,
        });
        var debut = page.History.Events[0].WorkflowExecutionStartedEventAttributes;
        return debut.Input?.Payloads_ is not [var entree, ..]
            || await ParcoursDataConverter.Instance.ToValueAsync<DemarrageParcours?>(entree) is not { } demarrage || (demarrage.DossierId, demarrage.FilId) != (dossierId, flux) ? DebutFlux.Etranger
            : demarrage is { RunRepris: null, Recommence: false } && debut.ContinuedExecutionRunId.Length == 0 && debut.FirstExecutionRunId == run.RunId ? DebutFlux.Premier
            : DebutFlux.Suite;
    }

    /// <summary>What a run is to a stream: none of it; its first, which there is once; or one that follows, by continuation, reset or somebody’s word.</summary>
    private enum DebutFlux
    {
        Etranger,
        Premier,
        Suite,
    }
}
