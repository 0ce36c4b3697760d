using FranceTravail.Parcours.Engine.Runs.Children;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Reset;

/// <summary>What became, after a reset point, of what the workflow had begun before it. It happened once, and is told once: nothing is begun again.</summary>
/// <param name="t">The new run's first transition.</param>
/// <param name="unanswered">What had no answer at the reset point; what is answered here is taken out.</param>
internal sealed class LateOutcomes(Transition t, Dictionary<long, HistoryEvent> unanswered)
{
    public void Take(HistoryEvent e)
    {
        switch (e.EventType)
        {
            case EventType.ChildWorkflowExecutionStarted when unanswered.Remove(e.ChildWorkflowExecutionStartedEventAttributes.InitiatedEventId, out var asked):
                var started = Write(e);
                t.State = t.State with { Children = t.State.Children.Add(asked.EventId, Child.Of(asked, started)) };
                break;
            case EventType.StartChildWorkflowExecutionFailed when unanswered.Remove(e.StartChildWorkflowExecutionFailedEventAttributes.InitiatedEventId):
            case EventType.ExternalWorkflowExecutionSignaled when unanswered.Remove(e.ExternalWorkflowExecutionSignaledEventAttributes.InitiatedEventId):
            case EventType.SignalExternalWorkflowExecutionFailed when unanswered.Remove(e.SignalExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId):
            case EventType.ExternalWorkflowExecutionCancelRequested when unanswered.Remove(e.ExternalWorkflowExecutionCancelRequestedEventAttributes.InitiatedEventId):
            case EventType.RequestCancelExternalWorkflowExecutionFailed when unanswered.Remove(e.RequestCancelExternalWorkflowExecutionFailedEventAttributes.InitiatedEventId):
                Write(e);
                break;
            default:
                ChildClosed(e);
                break;
        }
    }

    private void ChildClosed(HistoryEvent e)
    {
        if (e.SubjectId() is { } subject && t.State.Children.TryGetValue(subject, out var child))
        {
            Write(e).SetStartedEventId(child.StartedEventId);
            t.State = t.State with { Children = t.State.Children.Remove(subject) };
        }
    }

    private HistoryEvent Write(HistoryEvent e)
    {
        var copy = e.Clone();
        return t.Write(copy);
    }
}
