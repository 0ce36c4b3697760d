using System.Text.Json;
using System.Text.Json.Nodes;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Parcours.Etats;
using FranceTravail.Parcours.Workflows.Parcours.Fils;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>A stream as its histories hold it: its runs from the first to the last that is left, and every decision of theirs in order.</summary>
/// <param name="Demarrage">What started it.</param>
/// <param name="Runs">Ids of the runs, each continued by the next, with the rank of the last decision that came before it.</param>
/// <param name="Decisions">Without a gap, from rank 1 on, or from the one behind <paramref name="Depart"/>.</param>
/// <param name="Depart">Where the first runs are no longer kept: the state that the oldest one left began with, and when; null when the history is whole.</param>
public sealed record HistoireFlux(DemarrageParcours Demarrage, IReadOnlyList<(string RunId, long Avant)> Runs, IReadOnlyList<Decision> Decisions, DepartFlux? Depart = null)
{
    /// <summary>Letters that were sent, by the key under which they were asked for.</summary>
    public IReadOnlyList<string> Lettres { get; init; } = [];

    /// <summary>Rank of the last decision that these histories do not hold; 0 when they hold all.</summary>
    public long Avant => Runs[0].Avant;

    /// <summary>Rank of the last decision.</summary>
    public long Dernier => Decisions.Count == 0 ? Avant : Decisions[^1].Numero;

    /// <summary>What its runs no longer wait for, without a decision (<see cref="DemandesAbouties"/>).</summary>
    public IReadOnlySet<string> Abouties { get; init; } = new HashSet<string>();

    /// <summary>The state as the last run has it: after its last decision, without what was answered since and has no consequence.</summary>
    public JsonObject Etat()
    {
        var etat = Depart?.Etat.DeepClone().AsObject() ?? [];
        foreach (var decision in Decisions)
        {
            Changements.Appliquer(etat, decision.Changements!);
        }

        foreach (var cle in (etat["demandes"] as JsonObject ?? []).Where(d => EstAboutie(d.Value!)).Select(d => d.Key).ToList())
        {
            etat["demandes"]!.AsObject().Remove(cle);
        }

        return etat;
    }

    private bool EstAboutie(JsonNode json)
    {
        var demande = json.Deserialize<Demande>(ParcoursJson.Options)!;
        return Abouties.Contains(demande.Activite == FilsServices.Ouvrir.Activite ? NomsParcours.IdWorkflow(demande.DossierId, demande.FilId) : demande.Cle);
    }
}
