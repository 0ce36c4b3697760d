namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>What the worker is answered on completion.</summary>
/// <param name="Next">The next task, already started for it, if it asked for that.</param>
/// <param name="ResetTo">When the task left no trace: the started event to which the worker goes back.</param>
internal sealed record CompletedTask(StartedTask? Next, long ResetTo);
