using System.Text.Json;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>An activity as the designer saved it.</summary>
internal sealed record NoeudLu(string Id, string Type, int Version, string? Titre, JsonElement Json)
{
    /// <summary>How the designer knows it.</summary>
    public string Nom => Titre ?? Id;
}
