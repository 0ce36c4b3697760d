using FranceTravail.Parcours.Engine.Runs.Properties;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>Why the workflow tasks of a run do not come to an end. When many in a row did not, lists can be asked for it.</summary>
internal sealed record TaskProblem(string Category, string Cause)
{
    private const int ReportedFrom = 5;

    public static TaskProblem Failed(WorkflowTaskFailedCause cause) => new("WorkflowTaskFailed", $"WorkflowTaskFailedCause{cause}");

    public static TaskProblem TimedOut(TimeoutType type) => new("WorkflowTaskTimedOut", $"WorkflowTaskTimedOutCause{type}");

    /// <summary>The first failure of a row is the one that stands in the history, and the one that is reported.</summary>
    public static void Note(Transition t, TaskProblem problem) => t.State = t.State with { Problem = problem };

    /// <summary>A task has failed or timed out: reports it, if it was not the first.</summary>
    public static void Report(Transition t, WorkflowTask task)
    {
        if (task.Attempt >= ReportedFrom && t.State.Problem is { } problem)
        {
            ServiceAttributes.Set(t, ServiceAttributes.ReportedProblems, [$"category={problem.Category}", $"cause={problem.Cause}"]);
        }
    }

    /// <summary>A task was completed: all is well.</summary>
    public static void Clear(Transition t)
    {
        t.State = t.State with { Problem = null };
        ServiceAttributes.Set(t, ServiceAttributes.ReportedProblems, []);
    }
}
