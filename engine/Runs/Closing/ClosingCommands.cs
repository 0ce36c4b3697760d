using FranceTravail.Parcours.Engine.Runs.Chains;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Closing;

/// <summary>The workflow completes, fails, or ends as canceled.</summary>
internal static class ClosingCommands
{
    public static void Complete(Completion c, Command command)
    {
        CommandTable.Require(
            command.CompleteWorkflowExecutionCommandAttributes is not null,
            WorkflowTaskFailedCause.BadCompleteWorkflowExecutionAttributes,
            "CompleteWorkflowExecutionCommandAttributes is not set on CompleteWorkflowExecutionCommand.");
        var result = command.CompleteWorkflowExecutionCommandAttributes!.Result;

        // The cause is the one a Temporal service reports, odd as it is.
        c.RequireSize(result, WorkflowTaskFailedCause.BadScheduleActivityAttributes, "CompleteWorkflowExecutionCommandAttributes.Result");
        RequireSeen(c);
        Successors.AfterSuccess(c.T, result);
        c.T.Close(WorkflowExecutionStatus.Completed, new()
        {
            UserMetadata = command.UserMetadata,
            WorkflowExecutionCompletedEventAttributes = new()
            {
                Result = result,
                WorkflowTaskCompletedEventId = c.CompletedEventId,
                NewExecutionRunId = c.T.Successor?.RunId ?? "",
            },
        });
    }

    public static void Fail(Completion c, Command command)
    {
        const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadFailWorkflowExecutionAttributes;
        CommandTable.Require(command.FailWorkflowExecutionCommandAttributes is not null, Bad, "FailWorkflowExecutionCommandAttributes is not set on FailWorkflowExecutionCommand.");
        var failure = command.FailWorkflowExecutionCommandAttributes!.Failure;
        CommandTable.Require(failure is not null, Bad, "Failure is not set on FailWorkflowExecutionCommand.");
        c.RequireSize(failure, Bad, "FailWorkflowExecutionCommandAttributes.Failure");
        RequireSeen(c);
        var retry = Successors.AfterFailure(c.T, failure);
        c.T.Close(WorkflowExecutionStatus.Failed, new()
        {
            UserMetadata = command.UserMetadata,
            WorkflowExecutionFailedEventAttributes = new()
            {
                Failure = failure,
                RetryState = retry,
                WorkflowTaskCompletedEventId = c.CompletedEventId,
                NewExecutionRunId = c.T.Successor?.RunId ?? "",
            },
        });
    }

    public static void Cancel(Completion c, Command command)
    {
        CommandTable.Require(
            command.CancelWorkflowExecutionCommandAttributes is not null,
            WorkflowTaskFailedCause.BadCancelWorkflowExecutionAttributes,
            "CancelWorkflowExecutionCommandAttributes is not set on CancelWorkflowExecutionCommand.");
        RequireSeen(c);
        c.T.Close(WorkflowExecutionStatus.Canceled, new()
        {
            UserMetadata = command.UserMetadata,
            WorkflowExecutionCanceledEventAttributes = new()
            {
                Details = command.CancelWorkflowExecutionCommandAttributes!.Details,
                WorkflowTaskCompletedEventId = c.CompletedEventId,
            },
        });
    }

    /// <summary>A workflow may not close while events wait that it has not seen.</summary>
    public static void RequireSeen(Completion c)
    {
        if (c.UnseenEvents)
        {
            throw new CommandRefusedException(WorkflowTaskFailedCause.UnhandledCommand, null);
        }
    }
}
