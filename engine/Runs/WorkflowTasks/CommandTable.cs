using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Chains;
using FranceTravail.Parcours.Engine.Runs.Children;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.External;
using FranceTravail.Parcours.Engine.Runs.Properties;
using FranceTravail.Parcours.Engine.Runs.Timers;
using FranceTravail.Parcours.Engine.Runs.Updates;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>Which code carries out which command.</summary>
internal static class CommandTable
{
    public static void CarryOut(Completion c, Command command)
    {
        switch (command.CommandType)
        {
            case CommandType.ScheduleActivityTask: ScheduleActivity.CarryOut(c, command); break;
            case CommandType.RequestCancelActivityTask: CancelActivity.CarryOut(c, command); break;
            case CommandType.StartTimer: StartTimer.CarryOut(c, command); break;
            case CommandType.CancelTimer: CancelTimer.CarryOut(c, command); break;
            case CommandType.RecordMarker: RecordMarker.CarryOut(c, command); break;
            case CommandType.StartChildWorkflowExecution: StartChild.CarryOut(c, command); break;
            case CommandType.SignalExternalWorkflowExecution: SignalExternal.CarryOut(c, command); break;
            case CommandType.RequestCancelExternalWorkflowExecution: CancelExternal.CarryOut(c, command); break;
            case CommandType.UpsertWorkflowSearchAttributes: UpsertSearchAttributes.CarryOut(c, command); break;
            case CommandType.ModifyWorkflowProperties: ModifyProperties.CarryOut(c, command); break;
            case CommandType.CompleteWorkflowExecution: ClosingCommands.Complete(c, command); break;
            case CommandType.FailWorkflowExecution: ClosingCommands.Fail(c, command); break;
            case CommandType.CancelWorkflowExecution: ClosingCommands.Cancel(c, command); break;
            case CommandType.ContinueAsNewWorkflowExecution: ContinueAsNew.CarryOut(c, command); break;
            case CommandType.ProtocolMessage: UpdateAnswers.CarryOut(c, command); break;
            default: throw new CommandRefusedException(WorkflowTaskFailedCause.FeatureDisabled, $"{command.CommandType} is not built into this engine: it has no Nexus.");
        }
    }

    /// <summary>Writes the event of a command, with the metadata that the workflow gave it.</summary>
    public static HistoryEvent Write(this Completion c, Command command, HistoryEvent e)
    {
        e.UserMetadata = command.UserMetadata;
        return c.T.Write(e);
    }

    /// <summary>Refuses the command unless the condition holds.</summary>
    public static void Require(bool condition, WorkflowTaskFailedCause cause, string text) => Refuse(condition ? null : text, cause);

    /// <summary>Refuses the command with what is wrong with it; null when nothing is.</summary>
    public static void Refuse(string? fault, WorkflowTaskFailedCause cause)
    {
        if (fault is not null)
        {
            throw new CommandRefusedException(cause, fault);
        }
    }

    /// <summary>A payload too large for a history ends the run.</summary>
    public static void RequireSize(this Completion c, Google.Protobuf.IMessage? payload, WorkflowTaskFailedCause cause, string what) =>
        RequireSize(payload?.CalculateSize() ?? 0, c.T.Limits.BlobSize, cause, what);

    /// <summary>What is larger than its limit ends the run.</summary>
    public static void RequireSize(long size, long limit, WorkflowTaskFailedCause cause, string what)
    {
        if (size > limit)
        {
            throw new CommandRefusedException(cause, $"{what} exceeds size limit.", terminates: true);
        }
    }

    /// <summary>Refuses the command when so many of its kind are pending already.</summary>
    public static void RequireRoom(this Completion c, int pending, WorkflowTaskFailedCause cause, string what) => Require(
        pending < c.T.Limits.Pending, cause, $"the number of {what}, {pending}, has reached the per-workflow limit of {c.T.Limits.Pending}");
}
