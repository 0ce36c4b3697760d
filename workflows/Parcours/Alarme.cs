using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>A moment at which the journey must do something by itself. The workflow sleeps on one timer, the earliest.</summary>
public sealed record Alarme
{
    public required string NoeudId { get; init; }

    /// <summary>Purpose within the step, unique among its alarms; for a task's reminder, its id.</summary>
    public required string Objet { get; init; }

    public required Instant Le { get; init; }

    /// <summary>Task that it reminds of or escalates; null for the step's own alarms.</summary>
    public string? TacheId { get; init; }
}
