using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Serialisation;
using Temporalio.Client;
using Temporalio.Converters;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>Reads what a stream decided from the histories of its runs.</summary>
public static class LecteurHistoires
{
    /// <param name="client">Of the service that holds the histories.</param>
    /// <param name="workflowId">Workflow that carries the stream.</param>
    /// <param name="runId">Its last run.</param>
    /// <exception cref="Temporalio.Exceptions.RpcException">The service does not answer, or knows no such run.</exception>
    public static async Task<HistoireFlux> LireAsync(ITemporalClient client, string workflowId, string runId)
    {
        var runs = new List<(string RunId, IReadOnlyList<Decision> Decisions)>();
        DemarrageParcours? demarrage = null;
        for (string? prochain = runId; prochain is not null;)
        {
            var histoire = await client.GetWorkflowHandle(workflowId, prochain).FetchHistoryAsync();
            var debut = histoire.Events.First().WorkflowExecutionStartedEventAttributes;
            demarrage = await ParcoursDataConverter.Instance.ToValueAsync<DemarrageParcours>(debut.Input.Payloads_[0]);
            runs.Add((prochain, await DecisionsEnregistrees.LireAsync(histoire.Events)));
            prochain = debut.ContinuedExecutionRunId is { Length: > 0 } precedent ? precedent : demarrage.RunRepris;
        }

        runs.Reverse();
        var avant = 0L;
        var suite = new List<(string, long)>();
        foreach (var (id, decisions) in runs)
        {
            suite.Add((id, avant));
            avant = decisions.Count == 0 ? avant : decisions[^1].Numero;
        }

        return new HistoireFlux(demarrage! with { Etat = null }, suite, [.. runs.SelectMany(r => r.Decisions)]);
    }
}
