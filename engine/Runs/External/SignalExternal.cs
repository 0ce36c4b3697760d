using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.External;

/// <summary>The workflow signals another one.</summary>
internal static class SignalExternal
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadSignalWorkflowExecutionAttributes;

    public static void CarryOut(Completion c, Command command)
    {
        var a = command.SignalExternalWorkflowExecutionCommandAttributes;
        CommandTable.Require(a is not null, Bad, "SignalExternalWorkflowExecutionCommandAttributes is not set on SignalExternalWorkflowExecutionCommand.");
        CommandTable.Require(a!.Execution is not null, Bad, "Execution is not set on SignalExternalWorkflowExecutionCommand.");
        var (id, runId) = (a.Execution!.WorkflowId, a.Execution.RunId);
        CommandTable.Require(id.Length > 0, Bad, $"WorkflowId is not set on SignalExternalWorkflowExecutionCommand. Namespace={a.Namespace} RunId={runId} SignalName={a.SignalName}");
        CommandTable.Require(
            Ids.Fits(id, c.T.Limits),
            Bad,
            $"WorkflowId on SignalExternalWorkflowExecutionCommand exceeds length limit. WorkflowId={id} Length={Ids.Length(id)} Limit={c.T.Limits.IdLength} Namespace={a.Namespace} RunId={runId} SignalName={a.SignalName}");
        CommandTable.Require(
            runId.Length == 0 || Guid.TryParse(runId, out _),
            Bad,
            $"Invalid RunId set on SignalExternalWorkflowExecutionCommand. WorkflowId={id} Namespace={a.Namespace} RunId={runId} SignalName={a.SignalName}");
        CommandTable.Require(a.SignalName.Length > 0, Bad, $"SignalName is not set on SignalExternalWorkflowExecutionCommand. WorkflowId={id} Namespace={a.Namespace} RunId={runId}");
        c.RequireRoom(c.T.Effects.OfType<SendSignal>().Count(), WorkflowTaskFailedCause.PendingSignalsLimitExceeded, "pending signals to external workflows");
        c.RequireSize(a.Input, Bad, "SignalExternalWorkflowExecutionCommandAttributes.Input");
        var e = c.Write(command, new()
        {
            SignalExternalWorkflowExecutionInitiatedEventAttributes = new()
            {
                WorkflowTaskCompletedEventId = c.CompletedEventId,
                Namespace = a.Namespace,
                NamespaceId = a.Namespace.Length > 0 ? c.T.Catalog.IdOf(a.Namespace) : "",
                WorkflowExecution = a.Execution,
                SignalName = a.SignalName,
                Input = a.Input,
                Control = a.Control,
                ChildWorkflowOnly = a.ChildWorkflowOnly,
                Header = a.Header,
            },
        });
        c.T.Effects.Add(new SendSignal(e));
    }
}
