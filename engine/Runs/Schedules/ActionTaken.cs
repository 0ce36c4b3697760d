using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>An action that was taken lately.</summary>
/// <param name="Due">When it was due.</param>
/// <param name="Taken">When it was taken.</param>
/// <param name="Run">What it started.</param>
/// <param name="Status">What has become of that, as far as the schedule follows it.</param>
internal sealed record ActionTaken(DateTimeOffset Due, DateTimeOffset Taken, StartedRun Run, WorkflowExecutionStatus Status);
