namespace FranceTravail.Parcours.Activities.Decisions;

/// <summary>
/// The store and a stream do not follow each other: the store lacks decisions that the history holds, or shows a past that a
/// reset took back. Healed by rebuilding the stream from the histories.
/// </summary>
public sealed class FluxRompuException(string message) : Exception(message);
