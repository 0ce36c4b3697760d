namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>The queue of the one worker that has the run in its cache.</summary>
internal sealed record StickyQueue(string Name, TimeSpan ScheduleToStart);
