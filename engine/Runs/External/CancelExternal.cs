using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

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
            $"WorkflowId on RequestCancelExternalWorkflowExecutionCommand exceeds length limit. WorkflowId={a.WorkflowId} Length={Ids.Length(a.WorkflowId)} Limit={t.Limits.IdLength} RunId={a.RunId} Namespace={a.Namespace}");
        CommandTable.Require(
            a.RunId.Length == 0 || Guid.TryParse(a.RunId, out _),
            Bad,
            $"Invalid RunId set on RequestCancelExternalWorkflowExecutionCommand. WorkflowId={a.WorkflowId} RunId={a.RunId} Namespace={a.Namespace}");
        CommandTable.Require(
            !t.Batches.SelectMany(b => b.Events).Any(e => e.EventType == EventType.StartChildWorkflowExecutionInitiated
                && e.StartChildWorkflowExecutionInitiatedEventAttributes.WorkflowId == a.WorkflowId),
            Bad,
            $"Start and RequestCancel for child workflow is not allowed in same workflow task. WorkflowId={a.WorkflowId} RunId={a.RunId} Namespace={a.Namespace}");
        c.RequireRoom(t.Effects.OfType<SendCancel>().Count(), WorkflowTaskFailedCause.PendingRequestCancelLimitExceeded, "pending requests to cancel external workflows");
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
