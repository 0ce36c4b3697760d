namespace FranceTravail.Parcours.Engine.Runs.Timers;

/// <summary>A timer of the workflow's own, by Temporal's name a user timer.</summary>
internal sealed record UserTimer(string TimerId, long StartedEventId, DateTimeOffset FiresAt);
