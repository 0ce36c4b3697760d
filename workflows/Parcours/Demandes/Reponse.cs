using System.Text.Json;
using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Workflows.Parcours.Demandes;

/// <summary>What the world answered to a request.</summary>
public sealed record Reponse
{
    /// <summary>The result of the activity; null for one that returns nothing, or a refusal.</summary>
    public JsonElement? Valeur { get; init; }

    /// <summary>The partner's definite refusal, a French sentence; null when the request was honoured.</summary>
    public string? Refus { get; init; }

    public T? Lire<T>() => Valeur is { ValueKind: not JsonValueKind.Null } json ? json.Deserialize<T>(ParcoursJson.Options) : default;
}
