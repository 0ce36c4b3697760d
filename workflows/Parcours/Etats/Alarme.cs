using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>A moment at which a step, or a task, must do something by itself.</summary>
public sealed record Alarme
{
    public required string FilId { get; init; }

    public required string NoeudId { get; init; }

    /// <summary>Purpose within the step, unique among its alarms; for a task, reminder or escalation.</summary>
    public required string Objet { get; init; }

    public required Instant Le { get; init; }

    /// <summary>Task that it reminds of or escalates; null for the step's own alarms.</summary>
    public string? TacheId { get; init; }

    internal static string Cle(string filId, string noeudId, string objet) => $"{filId}/{noeudId}/{objet}";
}
