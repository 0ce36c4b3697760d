using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Serialisation;
using NodaTime;
using NodaTime.Extensions;
using Temporalio.Client;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>
/// Reads what a stream decided from the histories of its runs. Where the first ones are gone, as after the retention of their namespace, it
/// begins with the state that the oldest one left was started with.
/// </summary>
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
        DepartFlux? depart = null;
        var commence = Instant.MinValue;
        var abouties = new HashSet<string>(StringComparer.Ordinal);
        for (string? prochain = runId; prochain is not null;)
        {
            if (await TrouverAsync(client, workflowId, prochain, runs.Count > 0) is not { } histoire)
            {
                // Taken up without a state: nothing had been decided before.
                depart = demarrage!.Etat is { } etat ? new DepartFlux(etat, commence) : null;
                break;
            }

            commence = histoire.Events.First().EventTime.ToDateTimeOffset().ToInstant();
            var debut = histoire.Events.First().WorkflowExecutionStartedEventAttributes;
            demarrage = await ParcoursDataConverter.Instance.ToValueAsync<DemarrageParcours>(debut.Input.Payloads_[0]);
            runs.Add((prochain, await DecisionsEnregistrees.LireAsync(histoire.Events)));
            var repondues = await DemandesAbouties.LireAsync(histoire.Events);
            abouties.UnionWith(repondues.SansSuite);
            lettres.AddRange(repondues.Lettres);
            prochain = debut.ContinuedExecutionRunId is { Length: > 0 } precedent ? precedent : demarrage.RunRepris;
        }

        runs.Reverse();
        var avant = depart is null ? 0L : VersionsEtat.Lire(depart.Etat).Numero;
        var suite = new List<(string, long)>();
        foreach (var (id, decisions) in runs)
        {
            suite.Add((id, avant));
            avant = decisions.Count == 0 ? avant : decisions[^1].Numero;
        }

        return new HistoireFlux(demarrage! with { Etat = null }, suite, [.. runs.SelectMany(r => r.Decisions)], depart) { Abouties = abouties, Lettres = lettres };
    }

    private static async Task<WorkflowHistory?> TrouverAsync(ITemporalClient client, string workflowId, string runId, bool peutManquer)
    {
        try
        {
            return await client.GetWorkflowHandle(workflowId, runId).FetchHistoryAsync();
        }
        catch (RpcException absent) when (peutManquer && absent.Code is RpcException.StatusCode.NotFound)
        {
            return null;
        }
    }
}
