using System.Text.Json;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>Reads JSON of which nothing is certain: what is not there, or is of another kind, is null.</summary>
internal static class JsonLecture
{
    public static JsonElement? Champ(this JsonElement json, string nom) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(nom, out var valeur) && valeur.ValueKind != JsonValueKind.Null ? valeur : null;

    /// <summary>A text that is not blank.</summary>
    public static string? Texte(this JsonElement json, string nom) =>
        json.Champ(nom) is { ValueKind: JsonValueKind.String } texte && LireTexte(texte) is { } lu && !string.IsNullOrWhiteSpace(lu) ? lu : null;

    public static int? Entier(this JsonElement json, string nom) =>
        json.Champ(nom) is { ValueKind: JsonValueKind.Number } nombre && nombre.TryGetInt32(out var entier) ? entier : null;

    public static IEnumerable<JsonElement>? Liste(this JsonElement json, string nom) =>
        json.Champ(nom) is { ValueKind: JsonValueKind.Array } liste ? liste.EnumerateArray() : null;

    /// <summary>The text of a JSON string; null when its escapes are half a character.</summary>
    public static string? LireTexte(JsonElement texte)
    {
        try
        {
            return texte.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
