using FranceTravail.Parcours.Workflows.Courriers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Serialisation;
using Temporalio.Api.History.V1;
using Temporalio.Converters;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>What a run asked of the world and has seen answered.</summary>
/// <param name="SansSuite">
/// What it no longer waits for although no decision says so: keys of requests without a consequence, once they were answered, and ids of the
/// workflows of threads, once they were started.
/// </param>
/// <param name="Lettres">Keys of the letters that were sent.</param>
public sealed record DemandesAbouties(IReadOnlySet<string> SansSuite, IReadOnlyList<string> Lettres)
{
    public static async Task<DemandesAbouties> LireAsync(IEnumerable<HistoryEvent> evenements)
    {
        var (posees, abouties, lettres) = (new Dictionary<long, Demande>(), new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var e in evenements)
        {
            if (e.ActivityTaskScheduledEventAttributes?.Input?.Payloads_ is [var contenu, ..])
            {
                posees[e.EventId] = await ParcoursDataConverter.Instance.ToValueAsync<Demande>(contenu);
            }
            else if (e.ActivityTaskCompletedEventAttributes is { } faite && posees.TryGetValue(faite.ScheduledEventId, out var demande))
            {
                abouties.UnionWith(demande.SansSuite ? [demande.Cle] : Array.Empty<string>());
                lettres.AddRange(demande.Activite == CourriersServices.Envoyer.Activite ? [demande.Cle] : Array.Empty<string>());
            }
            else if ((e.ChildWorkflowExecutionStartedEventAttributes?.WorkflowExecution.WorkflowId ?? e.StartChildWorkflowExecutionFailedEventAttributes?.WorkflowId) is { } fil)
            {
                abouties.Add(fil);
            }
        }

        return new(abouties, lettres);
    }
}
