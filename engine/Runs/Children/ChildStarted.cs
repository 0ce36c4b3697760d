using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>The parent records that its child started.</summary>
internal sealed record ChildStarted(HistoryEvent Initiated, string RunId) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var a = Initiated.StartChildWorkflowExecutionInitiatedEventAttributes;
        var e = t.Record(new HistoryEvent
        {
            ChildWorkflowExecutionStartedEventAttributes = new()
            {
                Namespace = a.Namespace,
                NamespaceId = a.NamespaceId,
                InitiatedEventId = Initiated.EventId,
                WorkflowExecution = new WorkflowExecution { WorkflowId = a.WorkflowId, RunId = RunId },
                WorkflowType = a.WorkflowType,
                Header = a.Header,
            },
        });
        t.State = t.State with
        {
            Children = t.State.Children.Add(Initiated.EventId, Child.Of(Initiated, e)),
        };
        t.ScheduleTask();
        return true;
    }
}
