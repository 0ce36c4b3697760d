using FranceTravail.Parcours.Engine.Runs.Closing;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
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
            Children = t.State.Children.Add(
                Initiated.EventId, new Child(Initiated.EventId, e.EventId, a.Namespace, a.WorkflowId, RunId, a.WorkflowType.Name, a.ParentClosePolicy)),
        };
        t.ScheduleTask();
        return true;
    }
}

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

/// <summary>The parent has recorded the start: the child's first task may be scheduled.</summary>
internal sealed record ParentKnows : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        if (!t.State.AwaitsParent)
        {
            return false;
        }

        t.State = t.State with { AwaitsParent = false };
        t.ScheduleTask();
        return true;
    }
}

/// <summary>The last run of a child closed: its parent is told.</summary>
internal sealed record TellParent(HistoryEvent Closing) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        var child = space.Find(source)!;
        var parent = new RunKey(child.Start.ParentWorkflowNamespace, child.Start.ParentWorkflowExecution.WorkflowId, child.Start.ParentWorkflowExecution.RunId);
        if (space.Find(parent) is { Open: true } open && open.State.Children.ContainsKey(child.Start.ParentInitiatedEventId))
        {
            space.Apply(parent, new ChildClosed(child.Start.ParentInitiatedEventId, child.Key, Closing));
        }
    }
}

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

/// <summary>A run closed: its child is terminated or asked to cancel, by the child's parent close policy.</summary>
internal sealed record CloseChild(Child Child) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        if (space.Current(Child.Namespace, Child.WorkflowId) is not { Open: true } run || run.Start.FirstExecutionRunId != Child.RunId)
        {
            return;
        }

        if (Child.ParentClosePolicy == ParentClosePolicy.RequestCancel)
        {
            space.Apply(run.Key, new RequestCancel("", ServiceNames.History, source.Execution));
        }
        else
        {
            space.Apply(run.Key, new Terminate("by parent close policy", null, ServiceNames.History));
        }
    }
}
