using System.Text.Json;
using FranceTravail.Parcours.Workflows.Serialisation;
using Temporalio.Api.History.V1;
using Temporalio.Converters;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>Reads the decisions that a history holds.</summary>
public static class DecisionsEnregistrees
{
    private const string Marque = "core_local_activity";

    /// <summary>In their order; refusals, which changed nothing, are left out.</summary>
    public static async Task<IReadOnlyList<Decision>> LireAsync(IEnumerable<HistoryEvent> evenements)
    {
        var decisions = new List<Decision>();
        foreach (var evenement in evenements)
        {
            if (await LireAsync(evenement) is { Refus: null } decision)
            {
                decisions.Add(decision);
            }
        }

        return decisions;
    }

    /// <summary>The decision that an event holds; null when it holds none.</summary>
    public static async Task<Decision?> LireAsync(HistoryEvent evenement)
    {
        var details = evenement.MarkerRecordedEventAttributes is { MarkerName: Marque } marque ? marque.Details : null;
        return details is not null && details.TryGetValue("result", out var resultat) && EstDecision(details["data"].Payloads_[0].Data.ToStringUtf8())
            ? await ParcoursDataConverter.Instance.ToValueAsync<Decision>(resultat.Payloads_[0])
            : null;
    }

    private static bool EstDecision(string donnees)
    {
        using var json = JsonDocument.Parse(donnees);
        return json.RootElement.TryGetProperty("activity_type", out var type) && type.GetString() == IDecisionActivities.Decider;
    }
}
