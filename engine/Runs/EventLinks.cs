using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>The started event that the closing event of an activity or a child points to.</summary>
internal static class EventLinks
{
    /// <summary>The scheduled or initiated event that a closing event belongs to; null for other events.</summary>
    public static long? SubjectId(this HistoryEvent e) => e.EventType switch
    {
        EventType.ActivityTaskCompleted => e.ActivityTaskCompletedEventAttributes.ScheduledEventId,
        EventType.ActivityTaskFailed => e.ActivityTaskFailedEventAttributes.ScheduledEventId,
        EventType.ActivityTaskTimedOut => e.ActivityTaskTimedOutEventAttributes.ScheduledEventId,
        EventType.ActivityTaskCanceled => e.ActivityTaskCanceledEventAttributes.ScheduledEventId,
        EventType.ChildWorkflowExecutionCompleted => e.ChildWorkflowExecutionCompletedEventAttributes.InitiatedEventId,
        EventType.ChildWorkflowExecutionFailed => e.ChildWorkflowExecutionFailedEventAttributes.InitiatedEventId,
        EventType.ChildWorkflowExecutionCanceled => e.ChildWorkflowExecutionCanceledEventAttributes.InitiatedEventId,
        EventType.ChildWorkflowExecutionTimedOut => e.ChildWorkflowExecutionTimedOutEventAttributes.InitiatedEventId,
        EventType.ChildWorkflowExecutionTerminated => e.ChildWorkflowExecutionTerminatedEventAttributes.InitiatedEventId,
        _ => null,
    };

    public static long StartedEventId(this HistoryEvent e) => e.EventType switch
    {
        EventType.ActivityTaskCompleted => e.ActivityTaskCompletedEventAttributes.StartedEventId,
        EventType.ActivityTaskFailed => e.ActivityTaskFailedEventAttributes.StartedEventId,
        EventType.ActivityTaskTimedOut => e.ActivityTaskTimedOutEventAttributes.StartedEventId,
        EventType.ActivityTaskCanceled => e.ActivityTaskCanceledEventAttributes.StartedEventId,
        EventType.ChildWorkflowExecutionCompleted => e.ChildWorkflowExecutionCompletedEventAttributes.StartedEventId,
        EventType.ChildWorkflowExecutionFailed => e.ChildWorkflowExecutionFailedEventAttributes.StartedEventId,
        EventType.ChildWorkflowExecutionCanceled => e.ChildWorkflowExecutionCanceledEventAttributes.StartedEventId,
        EventType.ChildWorkflowExecutionTimedOut => e.ChildWorkflowExecutionTimedOutEventAttributes.StartedEventId,
        EventType.ChildWorkflowExecutionTerminated => e.ChildWorkflowExecutionTerminatedEventAttributes.StartedEventId,
        _ => 0,
    };

    public static void SetStartedEventId(this HistoryEvent e, long id)
    {
        switch (e.EventType)
        {
            case EventType.ActivityTaskCompleted: e.ActivityTaskCompletedEventAttributes.StartedEventId = id; break;
            case EventType.ActivityTaskFailed: e.ActivityTaskFailedEventAttributes.StartedEventId = id; break;
            case EventType.ActivityTaskTimedOut: e.ActivityTaskTimedOutEventAttributes.StartedEventId = id; break;
            case EventType.ActivityTaskCanceled: e.ActivityTaskCanceledEventAttributes.StartedEventId = id; break;
            case EventType.ChildWorkflowExecutionCompleted: e.ChildWorkflowExecutionCompletedEventAttributes.StartedEventId = id; break;
            case EventType.ChildWorkflowExecutionFailed: e.ChildWorkflowExecutionFailedEventAttributes.StartedEventId = id; break;
            case EventType.ChildWorkflowExecutionCanceled: e.ChildWorkflowExecutionCanceledEventAttributes.StartedEventId = id; break;
            case EventType.ChildWorkflowExecutionTimedOut: e.ChildWorkflowExecutionTimedOutEventAttributes.StartedEventId = id; break;
            case EventType.ChildWorkflowExecutionTerminated: e.ChildWorkflowExecutionTerminatedEventAttributes.StartedEventId = id; break;
            default: break;
        }
    }
}
