using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Children;
using FranceTravail.Parcours.Engine.Runs.Properties;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.Timers;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Attributes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Reset;

/// <summary>The state that a run had after some event, made again from its history. No attempt of a task is under way in it.</summary>
internal sealed class StateRebuilder
{
    private readonly Transition t;
    private readonly Dictionary<long, HistoryEvent> initiated = [];

    private StateRebuilder(Transition t) => this.t = t;

    private RunState State
    {
        get => t.State;
        set => t.State = value;
    }

    /// <summary>Brings the state of a transition, which is that of a run not yet begun, to where a history ends.</summary>
    /// <returns>What the workflow asked of others and has no answer to yet, by the ids of these events.</returns>
    public static Dictionary<long, HistoryEvent> Rebuild(Transition t, IEnumerable<HistoryEvent> events)
    {
        var rebuilder = new StateRebuilder(t);
        foreach (var e in events)
        {
            rebuilder.Apply(e);
        }

        return rebuilder.initiated;
    }

    private void Apply(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.WorkflowTaskScheduled: TaskScheduled(e); break;
            case EventType.WorkflowTaskStarted: TaskStarted(e); break;
            case EventType.WorkflowTaskCompleted:
                State = State with { Task = null, LastTaskCompletedId = e.EventId, LastTaskStartedId = e.WorkflowTaskCompletedEventAttributes.StartedEventId };
                Builds.Note(t, e);
                break;
            case EventType.WorkflowTaskFailed or EventType.WorkflowTaskTimedOut: State = State with { Task = null }; break;
            case EventType.ActivityTaskScheduled:
                State = State with { Serial = State.Serial + 1, Activities = State.Activities.Add(e.EventId, Activity.Of(e, State.Serial + 1, t.Now)) };
                break;
            case EventType.ActivityTaskCancelRequested: CancelRequested(e); break;
            case EventType.TimerStarted: State = State with { Timers = State.Timers.Add(e.EventId, UserTimer.Of(e)) }; break;
            case EventType.TimerFired: State = State with { Timers = State.Timers.Remove(e.TimerFiredEventAttributes.StartedEventId) }; break;
            case EventType.TimerCanceled: State = State with { Timers = State.Timers.Remove(e.TimerCanceledEventAttributes.StartedEventId) }; break;
            case EventType.StartChildWorkflowExecutionInitiated or EventType.SignalExternalWorkflowExecutionInitiated
                or EventType.RequestCancelExternalWorkflowExecutionInitiated:
                initiated[e.EventId] = e; break;
            case EventType.ChildWorkflowExecutionStarted: ChildStarted(e); break;
            case EventType.StartChildWorkflowExecutionFailed: initiated.Remove(e.StartChildWorkflowExecutionFailedEventAttributes.InitiatedEventId); break;
            case EventType.ExternalWorkflowExecutionSignaled: initiated.Remove(e.ExternalWorkflowExecutionSignaledEventAttributes.InitiatedEventId); break;
            case EventType.SignalExternalWorkflowExecutionFailed: initiated.Remove(e.SignalExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId); break;
            case EventType.ExternalWorkflowExecutionCancelRequested: initiated.Remove(e.ExternalWorkflowExecutionCancelRequestedEventAttributes.InitiatedEventId); break;
            case EventType.RequestCancelExternalWorkflowExecutionFailed:
                initiated.Remove(e.RequestCancelExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId);
                break;
            case EventType.WorkflowExecutionSignaled: State = State with { SignalCount = State.SignalCount + 1 }; break;
            case EventType.WorkflowExecutionCancelRequested: State = State with { CancelRequested = true }; break;
            case EventType.WorkflowExecutionOptionsUpdated: OptionsUpdated(e); break;
            case EventType.WorkflowExecutionUpdateAdmitted: t.Admit(e); break;
            case EventType.WorkflowExecutionUpdateAccepted: t.RecallAccepted(e); break;
            case EventType.WorkflowExecutionUpdateCompleted: t.RecallCompleted(e); break;
            case EventType.UpsertWorkflowSearchAttributes:
                State = State with { SearchAttributes = SearchAttributeNormalization.Merge(State.SearchAttributes, e.UpsertWorkflowSearchAttributesEventAttributes.SearchAttributes) };
                break;
            case EventType.WorkflowPropertiesModified:
                State = State with { Memo = Fields.Merge(State.Memo, e.WorkflowPropertiesModifiedEventAttributes.UpsertedMemo) };
                break;
            default: Closed(e); break;
        }
    }

    private void TaskScheduled(HistoryEvent e)
    {
        var a = e.WorkflowTaskScheduledEventAttributes;
        State = State with
        {
            Serial = State.Serial + 1,
            FirstTaskAt = null,
            AwaitsParent = false,
            Task = new WorkflowTask
            {
                Kind = WorkflowTaskKind.Normal,
                Serial = State.Serial + 1,
                ScheduledEventId = e.EventId,
                Attempt = a.Attempt,
                ScheduledTime = e.EventTime.ToMoment(),
                StartToClose = a.StartToCloseTimeout.ToSpan(),
            },
        };
    }

    private void TaskStarted(HistoryEvent e) =>
        State = State with { Task = State.Task! with { StartedEventId = e.EventId, StartedTime = e.EventTime.ToMoment() } };

    private void CancelRequested(HistoryEvent e)
    {
        if (State.Activities.TryGetValue(e.ActivityTaskCancelRequestedEventAttributes.ScheduledEventId, out var activity))
        {
            t.Put(activity with { CancelRequestedEventId = e.EventId });
        }
    }

    private void ChildStarted(HistoryEvent e)
    {
        if (initiated.Remove(e.ChildWorkflowExecutionStartedEventAttributes.InitiatedEventId, out var asked))
        {
            State = State with { Children = State.Children.Add(asked.EventId, Child.Of(asked, e)) };
        }
    }

    private void OptionsUpdated(HistoryEvent e)
    {
        var a = e.WorkflowExecutionOptionsUpdatedEventAttributes;
        if (a.AttachedRequestId.Length > 0)
        {
            State = State with { RequestIds = State.RequestIds.SetItem(AttachRequest.Prefix + a.AttachedRequestId, e.EventId) };
        }

        State = State with { VersioningOverride = a.VersioningOverride ?? (a.UnsetVersioningOverride ? null : State.VersioningOverride), Priority = a.Priority ?? State.Priority };
    }

    /// <summary>The end of an activity or a child; of other events the state knows nothing.</summary>
    private void Closed(HistoryEvent e)
    {
        if (e.SubjectId() is { } subject)
        {
            State = State with { Activities = State.Activities.Remove(subject), Children = State.Children.Remove(subject) };
        }
    }
}
