using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.External;

/// <summary>The sender records what became of its request.</summary>
internal sealed record CancelSent(HistoryEvent Initiated, bool Delivered) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var a = Initiated.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes;
        var target = a.Namespace.Length > 0 ? a.Namespace : t.Key.Namespace;
        t.Record(Delivered
            ? new HistoryEvent
            {
                ExternalWorkflowExecutionCancelRequestedEventAttributes = new()
                {
                    InitiatedEventId = Initiated.EventId,
                    Namespace = target,
                    NamespaceId = t.Catalog.IdOf(target),
                    WorkflowExecution = a.WorkflowExecution,
                },
            }
            : new HistoryEvent
            {
                RequestCancelExternalWorkflowExecutionFailedEventAttributes = new()
                {
                    Cause = CancelExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound,
                    Namespace = target,
                    NamespaceId = t.Catalog.IdOf(target),
                    WorkflowExecution = a.WorkflowExecution,
                    InitiatedEventId = Initiated.EventId,
                },
            });
        t.ScheduleTask();
        return true;
    }
}
