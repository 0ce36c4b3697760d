using System.Text.Json.Nodes;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>How one row of the store differs from what the histories say of it, in words: only what is not the same.</summary>
internal static class Differences
{
    /// <param name="attendu">The row as the histories have it, a JSON object; null when they have none.</param>
    /// <param name="montre">The row of the store; null when there is none.</param>
    public static string Dire(string? attendu, string? montre)
    {
        if (attendu is null || montre is null)
        {
            return attendu is null ? "la base le montre, et aucun historique ne le dit" : "les historiques le disent, et la base ne l’a pas";
        }

        var (histoire, magasin) = (JsonNode.Parse(attendu)!.AsObject(), JsonNode.Parse(montre)!.AsObject());
        return string.Join(" ; ", histoire.Select(p => p.Key).Union(magasin.Select(p => p.Key))
            .Where(champ => !JsonNode.DeepEquals(histoire[champ], magasin[champ]))
            .Select(champ => $"{NomsDeChamps.EnMots(champ)} : {Valeur(histoire[champ])} selon les historiques, {Valeur(magasin[champ])} dans la base"));
    }

    private static string Valeur(JsonNode? valeur) => valeur is null ? "rien" : $"« {valeur} »";
}
