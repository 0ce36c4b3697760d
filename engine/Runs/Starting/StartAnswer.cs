using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>What a start came to.</summary>
internal sealed record StartAnswer(Run Run, bool Started, StartedTask? EagerTask = null);
