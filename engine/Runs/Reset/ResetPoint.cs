using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Reset;

/// <summary>Where the first or the last workflow task of a run ended, or would have.</summary>
internal static class ResetPoint
{
    public static long First(IRunSpace space, Run run) => All(space, run).DefaultIfEmpty().First() is var point and > 0 ? point : throw None();

    public static long Last(IRunSpace space, Run run) => All(space, run).DefaultIfEmpty().Last() is var point and > 0 ? point : throw None();

    /// <summary>Where the first task ended that a build of the workers completed.</summary>
    public static long OfBuild(Run run, string build) =>
        run.State.ResetPoints?.Points.FirstOrDefault(p => p.BuildId == build && p.RunId == run.Key.RunId)?.FirstWorkflowTaskCompletedId ?? throw Errors.NotFound($"Can't find reset point for build ID {build}");

    private static IEnumerable<long> All(IRunSpace space, Run run) => space.History(run, 1, long.MaxValue).SelectMany(b => b.Events)
        .Where(e => e.EventType == EventType.WorkflowTaskStarted && e.EventId < run.State.NextEventId - 1).Select(e => e.EventId + 1);

    private static Refusal None() => Errors.Invalid("no workflow task to reset to");
}
