using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Serialisation;
using Temporalio.Api.History.V1;
using Temporalio.Converters;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>
/// Reads which requests a run no longer waits for although no decision says so: those without a consequence, once they were answered, and
/// threads, once they were started.
/// </summary>
public static class DemandesAbouties
{
    /// <summary>Keys of requests, and ids of workflows of threads.</summary>
    public static async Task<IReadOnlySet<string>> LireAsync(IEnumerable<HistoryEvent> evenements)
    {
        var (posees, abouties) = (new Dictionary<long, string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var e in evenements)
        {
            if (e.ActivityTaskScheduledEventAttributes?.Input?.Payloads_ is [var contenu, ..]
                && await ParcoursDataConverter.Instance.ToValueAsync<Demande>(contenu) is { SansSuite: true, Cle: var cle })
            {
                posees[e.EventId] = cle;
            }
            else if (e.ActivityTaskCompletedEventAttributes is { } faite && posees.TryGetValue(faite.ScheduledEventId, out var repondue))
            {
                abouties.Add(repondue);
            }
            else if ((e.ChildWorkflowExecutionStartedEventAttributes?.WorkflowExecution.WorkflowId ?? e.StartChildWorkflowExecutionFailedEventAttributes?.WorkflowId) is { } fil)
            {
                abouties.Add(fil);
            }
        }

        return abouties;
    }
}
