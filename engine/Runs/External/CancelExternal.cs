using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.External;

/// <summary>The workflow asks another one, or its child, to cancel.</summary>
internal static class CancelExternal
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadRequestCancelExternalWorkflowExecutionAttributes;

    public static void CarryOut(Completion c, Command command)
    {
        var t = c.T;
        var a = command.RequestCancelExternalWorkflowExecutionCommandAttributes;
        CommandTable.Require(a is not null, Bad, "RequestCancelExternalWorkflowExecutionCommandAttributes is not set on RequestCancelExternalWorkflowExecutionCommand.");
        CommandTable.Require(a!.WorkflowId.Length > 0, Bad, $"WorkflowId is not set on RequestCancelExternalWorkflowExecutionCommand. Namespace={a.Namespace} RunId={a.RunId}");
        CommandTable.Require(
            Ids.Fits(a.WorkflowId, t.Limits),
            Bad,
            $"WorkflowId on RequestCancelExternalWorkflowExecutionCommand exceeds length limit. WorkflowId={a.WorkflowId} RunId={a.RunId} Namespace={a.Namespace} Length={Ids.Length(a.WorkflowId)} Limit={t.Limits.IdLength}");
        CommandTable.Require(
            a.RunId.Length == 0 || Guid.TryParse(a.RunId, out _),
            Bad,
            $"Invalid RunId set on RequestCancelExternalWorkflowExecutionCommand. WorkflowId={a.WorkflowId} RunId={a.RunId} Namespace={a.Namespace}");
        CommandTable.Require(
            !t.Batches.SelectMany(b => b.Events).Any(e => e.EventType == EventType.StartChildWorkflowExecutionInitiated
                && e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowId == a.WorkflowId),
            Bad,
            $"Start and RequestCancel for child workflow is not allowed in same workflow task. WorkflowId={a.WorkflowId} RunId={a.RunId} Namespace={a.Namespace}");
        var e = c.Write(command, new()
        {
            RequestCancelExternalWorkflowExecutionInitiatedEventAttributes = new()
            {
                WorkflowTaskCompletedEventId = c.CompletedEventId,
                Namespace = a.Namespace,
                NamespaceId = a.Namespace.Length > 0 ? t.Catalog.IdOf(a.Namespace) : "",
                WorkflowExecution = new() { WorkflowId = a.WorkflowId, RunId = a.RunId },
                Control = a.Control,
                ChildWorkflowOnly = a.ChildWorkflowOnly,
                Reason = a.Reason,
            },
        });
        t.Effects.Add(new SendCancel(e));
    }
}

/// <summary>The effect of a cancel-external command: cancelling a closed workflow counts as done.</summary>
internal sealed record SendCancel(HistoryEvent Initiated) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        var a = Initiated.RequestCancelExternalWorkflowExecutionInitiatedEventAttributes;
        if (space.Find(source) is not { Open: true })
        {
            return;
        }

        var target = ExternalTarget.Find(space, source, a.Namespace, a.WorkflowExecution, a.ChildWorkflowOnly);
        if (target is not null)
        {
            space.Apply(target.Key, new RequestCancel(a.Reason, ServiceNames.History, source.Execution, Initiated.EventId));
        }

        space.Apply(source, new CancelSent(Initiated, target is not null));
    }
}

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
