using System.Text.Json.Nodes;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>An event to be decided, and all that is needed for it. Not in the history: only the decision is.</summary>
public sealed record DecisionDemandee
{
    public required DemarrageParcours Demarrage { get; init; }

    /// <summary>The state before; null when the journey has not begun.</summary>
    public JsonObject? Etat { get; init; }

    public required Evenement Evenement { get; init; }

    public required Instant Maintenant { get; init; }

    /// <summary>Rank of the decision in its stream: one more than the last that the history holds.</summary>
    public required long Numero { get; init; }

    /// <summary>Rank up to which the history holds the decisions for sure: those before this workflow task.</summary>
    public required long Acquis { get; init; }

    public required string WorkflowId { get; init; }

    public required string RunId { get; init; }

    /// <summary>Run that this one continues; null for a first one, and for one made by a reset.</summary>
    public string? RunPrecedent { get; init; }

    /// <summary>The run continues none, was made by no reset, and nobody said that the stream begins anew: it can only be its first.</summary>
    public bool EstLePremier { get; init; }
}
