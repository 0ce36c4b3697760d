using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Visibility;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>What lists show of a run.</summary>
internal static class VisibilityRows
{
    public static VisibilityRow Of(Run run)
    {
        var (s, start) = (run.State, run.Start);
        var closed = s.CloseTime is not null;
        return new VisibilityRow
        {
            Namespace = run.Key.Namespace,
            WorkflowId = run.Key.WorkflowId,
            RunId = run.Key.RunId,
            WorkflowType = start.WorkflowType.Name,
            TaskQueue = start.TaskQueue.Name,
            StartTime = s.StartTime,
            ExecutionTime = s.StartTime.After(start.FirstWorkflowTaskBackoff.ToSpan()),
            CloseTime = s.CloseTime,
            Status = s.Status,
            HistoryLength = closed ? s.NextEventId - 1 : 0,
            HistorySizeBytes = closed ? s.HistorySize : 0,
            ExecutionDuration = s.CloseTime - s.StartTime,
            StateTransitionCount = closed ? s.TransitionCount : 0,
            ParentWorkflowId = start.ParentWorkflowExecution?.WorkflowId,
            ParentRunId = start.ParentWorkflowExecution?.RunId,
            RootWorkflowId = start.RootWorkflowExecution?.WorkflowId ?? run.Key.WorkflowId,
            RootRunId = start.RootWorkflowExecution?.RunId ?? run.Key.RunId,
            Memo = s.Memo,
            SearchAttributes = s.SearchAttributes,
        };
    }
}
