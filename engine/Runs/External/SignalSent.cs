using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.External;

/// <summary>The sender records what became of its signal.</summary>
internal sealed record SignalSent(HistoryEvent Initiated, bool Delivered) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var a = Initiated.SignalExternalWorkflowExecutionInitiatedEventAttributes;
        var target = a.Namespace.Length > 0 ? a.Namespace : t.Key.Namespace;
        t.Record(Delivered
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
                    Cause = SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound,
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
