using System.Text.Json;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Activities.Decisions;

/// <summary>
/// The decisions of a run that its history may not hold yet, as the store keeps them: a JSON array, in order. One workflow task
/// may take several, and a worker that is killed in it loses them all.
/// </summary>
internal static class DecisionsGardees
{
    public static IReadOnlyList<Decision> Lire(string? gardees) =>
        gardees is null ? [] : JsonSerializer.Deserialize<List<Decision>>(gardees, ParcoursJson.Options)!;

    public static string Ecrire(IEnumerable<Decision> decisions) => JsonSerializer.Serialize(decisions, ParcoursJson.Options);

    /// <summary>Adds the newest, and lets go what the history holds.</summary>
    public static string Ajouter(string? gardees, Decision decision, long acquis) => Ecrire(Lire(gardees).Where(d => d.Numero > acquis).Append(decision));
}
