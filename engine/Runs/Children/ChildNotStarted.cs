using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>The parent records that its child could not start.</summary>
internal sealed record ChildNotStarted(HistoryEvent Initiated, StartChildWorkflowExecutionFailedCause Cause) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var a = Initiated.StartChildWorkflowExecutionInitiatedEventAttributes;
        t.Record(new HistoryEvent
        {
            StartChildWorkflowExecutionFailedEventAttributes = new()
            {
                Namespace = a.Namespace,
                NamespaceId = a.NamespaceId,
                WorkflowId = a.WorkflowId,
                WorkflowType = a.WorkflowType,
                Cause = Cause,
                Control = a.Control,
                InitiatedEventId = Initiated.EventId,
                WorkflowTaskCompletedEventId = 0,
            },
        });
        t.ScheduleTask();
        return true;
    }
}
