namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>A workflow that a schedule started, by the first run of its chain.</summary>
internal sealed record StartedRun(string WorkflowId, string RunId);
