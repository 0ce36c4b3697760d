using System.Text.Json;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Serialisation;
using NodaTime;
using Temporalio.Common;
using Temporalio.Converters;

namespace FranceTravail.Parcours.Workflows.Tests.Histoires;

/// <summary>What a history says that the case store must show, and when its timers must ring.</summary>
internal static class Rejeu
{
    /// <summary>One projection a line, in JSON.</summary>
    public static async Task<string> ProjeterAsync(WorkflowHistory histoire)
    {
        var (etat, demarrage) = await DebuterAsync(histoire);
        var lignes = new List<string>();
        foreach (var decision in await DecisionsEnregistrees.LireAsync(histoire.Events))
        {
            var avant = etat.Count == 0 ? null : VersionsEtat.Lire(etat.DeepClone().AsObject());
            Changements.Appliquer(etat, decision.Changements!);
            var projection = ProjectionDecision.De(decision, demarrage.DossierId, demarrage.FilId, avant, VersionsEtat.Lire(etat.DeepClone().AsObject()));
            lignes.Add(JsonSerializer.Serialize(projection, ParcoursJson.Options));
        }

        return string.Join('\n', lignes) + "\n";
    }

    /// <summary>Nodes that its threads entered, and types of the threads that it opened.</summary>
    public static async Task<IEnumerable<string>> ParcourusAsync(WorkflowHistory histoire)
    {
        var (etat, _) = await DebuterAsync(histoire);
        var parcourus = new HashSet<string>();
        foreach (var decision in await DecisionsEnregistrees.LireAsync(histoire.Events))
        {
            Changements.Appliquer(etat, decision.Changements!);
            parcourus.UnionWith(VersionsEtat.Lire(etat.DeepClone().AsObject()).Fils.Values.SelectMany(f => f.Visites.Keys.Append(f.Type)));
        }

        return parcourus;
    }

    /// <summary>For each timer: the moment for which it was set, and the one that the decisions before it named.</summary>
    public static async Task<IReadOnlyList<(Instant Regle, Instant? Voulu)>> TimersAsync(WorkflowHistory histoire)
    {
        var (etat, _) = await DebuterAsync(histoire);
        var timers = new List<(Instant, Instant?)>();
        foreach (var evenement in histoire.Events)
        {
            if (await DecisionsEnregistrees.LireAsync(evenement) is { Changements: { } changements })
            {
                Changements.Appliquer(etat, changements);
            }
            else if (evenement.TimerStartedEventAttributes is { } timer)
            {
                timers.Add((Instant.FromDateTimeOffset(evenement.EventTime.ToDateTimeOffset()) + Duration.FromTimeSpan(timer.StartToFireTimeout.ToTimeSpan()), VersionsEtat.Lire(etat.DeepClone().AsObject()).ProchainReveil));
            }
        }

        return timers;
    }

    private static async Task<(JsonObject Etat, DemarrageParcours Demarrage)> DebuterAsync(WorkflowHistory histoire)
    {
        var demarrage = await ParcoursDataConverter.Instance.ToValueAsync<DemarrageParcours>(
            histoire.Events.First().WorkflowExecutionStartedEventAttributes.Input.Payloads_[0]);
        return (demarrage.Etat ?? [], demarrage);
    }
}
