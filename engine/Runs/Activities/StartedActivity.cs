namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>An activity attempt that was handed to a worker.</summary>
internal sealed record StartedActivity(Run Run, Activity Activity);
