using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Serialisation;
using Temporalio.Api.History.V1;
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
        var lettres = new List<string>();
        DemarrageParcours? demarrage = null;
        for (string? prochain = runId; prochain is not null;)
        {
            var histoire = await client.GetWorkflowHandle(workflowId, prochain).FetchHistoryAsync();
            var debut = histoire.Events.First().WorkflowExecutionStartedEventAttributes;
            demarrage = await ParcoursDataConverter.Instance.ToValueAsync<DemarrageParcours>(debut.Input.Payloads_[0]);
            runs.Add((prochain, await DecisionsEnregistrees.LireAsync(histoire.Events)));
            lettres.AddRange(await LettresAsync(histoire.Events));
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

        return new HistoireFlux(demarrage! with { Etat = null }, suite, [.. runs.SelectMany(r => r.Decisions)]) { Lettres = lettres };
    }

    /// <summary>The keys of the letters whose sending a run has seen done.</summary>
    private static async Task<IEnumerable<string>> LettresAsync(IEnumerable<HistoryEvent> evenements)
    {
        var demandees = new Dictionary<long, ActivityTaskScheduledEventAttributes>();
        var cles = new List<string>();
        foreach (var evenement in evenements)
        {
            if (evenement.ActivityTaskScheduledEventAttributes is { } demande && demande.ActivityType.Name == CourriersServices.Envoyer.Activite)
            {
                demandees[evenement.EventId] = demande;
            }
            else if (evenement.ActivityTaskCompletedEventAttributes is { } faite && demandees.TryGetValue(faite.ScheduledEventId, out var envoi))
            {
                cles.Add((await ParcoursDataConverter.Instance.ToValueAsync<Demande>(envoi.Input.Payloads_[0])).Cle);
            }
        }

        return cles;
    }
}
