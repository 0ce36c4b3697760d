namespace FranceTravail.Parcours.Workflows.Parcours.Demandes;

/// <summary>What the world answered to a request.</summary>
internal sealed record Reponse
{
    /// <summary>The result of the activity; null for one that returns nothing, or a refusal.</summary>
    public object? Valeur { get; init; }

    /// <summary>The partner's definite refusal, a French sentence; null when the request was honoured.</summary>
    public string? Refus { get; init; }
}
