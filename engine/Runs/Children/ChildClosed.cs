using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>The parent records how its child ended.</summary>
internal sealed record ChildClosed(long InitiatedEventId, RunKey ChildKey, HistoryEvent Closing) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var child = t.State.Children[InitiatedEventId];
        t.State = t.State with { Children = t.State.Children.Remove(InitiatedEventId) };
        t.Record(Event(child, t.Catalog.IdOf(child.Namespace)));
        t.ScheduleTask();
        return true;
    }

    private HistoryEvent Event(Child child, string namespaceId)
    {
        var execution = ChildKey.Execution;
        var type = new WorkflowType { Name = child.WorkflowType };
        return Closing.EventType switch
        {
            EventType.WorkflowExecutionCompleted => new()
            {
                ChildWorkflowExecutionCompletedEventAttributes = new()
                {
                    Result = Closing.WorkflowExecutionCompletedEventAttributes.Result,
                    Namespace = child.Namespace,
                    NamespaceId = namespaceId,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = InitiatedEventId,
                    StartedEventId = child.StartedEventId,
                },
            },
            EventType.WorkflowExecutionFailed => new()
            {
                ChildWorkflowExecutionFailedEventAttributes = new()
                {
                    Failure = Closing.WorkflowExecutionFailedEventAttributes.Failure,
                    RetryState = Closing.WorkflowExecutionFailedEventAttributes.RetryState,
                    Namespace = child.Namespace,
                    NamespaceId = namespaceId,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = InitiatedEventId,
                    StartedEventId = child.StartedEventId,
                },
            },
            EventType.WorkflowExecutionCanceled => new()
            {
                ChildWorkflowExecutionCanceledEventAttributes = new()
                {
                    Details = Closing.WorkflowExecutionCanceledEventAttributes.Details,
                    Namespace = child.Namespace,
                    NamespaceId = namespaceId,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = InitiatedEventId,
                    StartedEventId = child.StartedEventId,
                },
            },
            EventType.WorkflowExecutionTimedOut => new()
            {
                ChildWorkflowExecutionTimedOutEventAttributes = new()
                {
                    RetryState = Closing.WorkflowExecutionTimedOutEventAttributes.RetryState,
                    Namespace = child.Namespace,
                    NamespaceId = namespaceId,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = InitiatedEventId,
                    StartedEventId = child.StartedEventId,
                },
            },
            _ => new()
            {
                ChildWorkflowExecutionTerminatedEventAttributes = new()
                {
                    Namespace = child.Namespace,
                    NamespaceId = namespaceId,
                    WorkflowExecution = execution,
                    WorkflowType = type,
                    InitiatedEventId = InitiatedEventId,
                    StartedEventId = child.StartedEventId,
                },
            },
        };
    }
}
