using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>A child that runs. Its run id is that of its first run: a child that continues as new stays the same child.</summary>
internal sealed record Child(long InitiatedEventId, long StartedEventId, string Namespace, string WorkflowId, string RunId, string WorkflowType, ParentClosePolicy ParentClosePolicy)
{
    /// <summary>The child that its initiated and started events tell of.</summary>
    public static Child Of(HistoryEvent initiated, HistoryEvent started)
    {
        var a = initiated.StartChildWorkflowExecutionInitiatedEventAttributes;
        var runId = started.ChildWorkflowExecutionStartedEventAttributes.WorkflowExecution.RunId;
        return new Child(initiated.EventId, started.EventId, a.Namespace, a.WorkflowId, runId, a.WorkflowType.Name, a.ParentClosePolicy);
    }
}
