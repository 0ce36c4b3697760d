using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.External;

/// <summary>The sender records what became of its signal: why it was not delivered, null when it was.</summary>
internal sealed record SignalSent(HistoryEvent Initiated, SignalExternalWorkflowExecutionFailedCause? Fault) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var a = Initiated.SignalExternalWorkflowExecutionInitiatedEventAttributes;
        var target = a.Namespace.Length > 0 ? a.Namespace : t.Key.Namespace;
        t.Record(Fault is not { } cause
            ? new HistoryEvent
            {
                ExternalWorkflowExecutionSignaledEventAttributes = new()
                {
                    InitiatedEventId = Initiated.EventId,
                    Namespace = target,
                    NamespaceId = t.Catalog.IdOf(target),
                    WorkflowExecution = a.WorkflowExecution,
                    Control = a.Control,
                },
            }
            : new HistoryEvent
            {
                SignalExternalWorkflowExecutionFailedEventAttributes = new()
                {
                    Cause = cause,
                    Namespace = target,
                    NamespaceId = t.Catalog.IdOf(target),
                    WorkflowExecution = a.WorkflowExecution,
                    InitiatedEventId = Initiated.EventId,
                    Control = a.Control,
                },
            });
        t.ScheduleTask();
        return true;
    }
}
