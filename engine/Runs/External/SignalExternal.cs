using FranceTravail.Parcours.Engine.Protocol;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Grpc.Core;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

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
            runId.Length == 0 || Guid.TryParse(runId, out _),
            Bad,
            $"Invalid RunId set on SignalExternalWorkflowExecutionCommand. WorkflowId={id} Namespace={a.Namespace} RunId={runId} SignalName={a.SignalName}");
        CommandTable.Require(a.SignalName.Length > 0, Bad, $"SignalName is not set on SignalExternalWorkflowExecutionCommand. WorkflowId={id} Namespace={a.Namespace} RunId={runId}");
        CommandTable.Require(
            Ids.Fits(id, c.T.Limits),
            Bad,
            $"WorkflowId on SignalExternalWorkflowExecutionCommand exceeds length limit. WorkflowId={id} Namespace={a.Namespace} RunId={runId} SignalName={a.SignalName} Length={Ids.Length(id)} Limit={c.T.Limits.IdLength}");
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

/// <summary>The effect of a signal-external command.</summary>
internal sealed record SendSignal(HistoryEvent Initiated) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        var a = Initiated.SignalExternalWorkflowExecutionInitiatedEventAttributes;
        if (space.Find(source) is not { Open: true })
        {
            return;
        }

        var found = ExternalTarget.Find(space, source, a.Namespace, a.WorkflowExecution, a.ChildWorkflowOnly) is { Open: true } target
            && Send(space, source, target, a);
        space.Apply(source, new SignalSent(Initiated, found));
    }

    private static bool Send(IRunSpace space, RunKey source, Run target, SignalExternalWorkflowExecutionInitiatedEventAttributes a)
    {
        try
        {
            space.Apply(target.Key, new Signal(a.SignalName, a.Input, ServiceNames.History, "", a.Header, source.Execution));
            return true;
        }
        catch (ServiceException e) when (e.Code is StatusCode.NotFound or StatusCode.InvalidArgument)
        {
            return false;
        }
    }
}

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
