namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>Who paused an activity, when and why.</summary>
internal sealed record ActivityPause(DateTimeOffset Time, string Identity, string Reason);
