using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Reset;

internal static class Heirs
{
    /// <summary>A run, or the one that goes on in its place after resets.</summary>
    public static Run? Heir(this IRunSpace space, RunKey key)
    {
        var run = space.Find(key);
        while (run?.State is { Open: false, ResetRunId: { } next })
        {
            run = space.Find(key with { RunId = next });
        }

        return run;
    }

    /// <summary>The run that a child answers to; null when it has no parent, or its parent is gone.</summary>
    public static Run? Parent(this IRunSpace space, WorkflowExecutionStartedEventAttributes child) => child.ParentWorkflowExecution is { } parent
        ? space.Heir(new RunKey(child.ParentWorkflowNamespace, parent.WorkflowId, parent.RunId))
        : null;
}
