using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.Properties;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;

namespace FranceTravail.Parcours.Engine.Runs.Chains;

/// <summary>The workflow ends its run and goes on in a new one, with exactly what the command holds.</summary>
internal static class ContinueAsNew
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadContinueAsNewAttributes;

    public static void CarryOut(Completion c, Command command)
    {
        var t = c.T;
        var a = command.ContinueAsNewWorkflowExecutionCommandAttributes;
        CommandTable.Require(a is not null, Bad, "ContinueAsNewWorkflowExecutionCommandAttributes is not set on ContinueAsNewWorkflowExecutionCommand.");
        var type = string.IsNullOrEmpty(a!.WorkflowType?.Name) ? t.Start.WorkflowType : a.WorkflowType;
        var queue = new TaskQueue { Name = string.IsNullOrEmpty(a.TaskQueue?.Name) ? t.Start.TaskQueue.Name : a.TaskQueue.Name, Kind = TaskQueueKind.Normal };
        Check(a, type.Name, queue, t.Limits);
        c.RequireSize(a.Input, Bad, "ContinueAsNewWorkflowExecutionCommandAttributes. Input");
        CommandTable.RequireSize(a.Memo?.CalculateSize() ?? 0, t.Limits.MemoSize, Bad, "ContinueAsNewWorkflowExecutionCommandAttributes. Memo");
        var attributes = UpsertSearchAttributes.Typed(t, a.SearchAttributes);
        ClosingCommands.RequireSeen(c);

        var execution = t.State.ExecutionExpiresAt is { } end ? end - t.Now : TimeSpan.Zero;
        var asked = a.WorkflowRunTimeout.ToSpan() > TimeSpan.Zero ? a.WorkflowRunTimeout.ToSpan() : t.Start.WorkflowRunTimeout.ToSpan();
        var run = execution > TimeSpan.Zero && asked > TimeSpan.Zero ? Times.Min(asked, t.Start.WorkflowExecutionTimeout.ToSpan()) : asked;
        var task = StartRequest.Timeouts(TimeSpan.Zero, run, a.WorkflowTaskTimeout.ToSpan() > TimeSpan.Zero ? a.WorkflowTaskTimeout.ToSpan() : t.Start.WorkflowTaskTimeout.ToSpan()).Task;
        var backoff = a.BackoffStartInterval.ToSpan();
        var pace = Successors.Pace(t);
        var initiator = a.Initiator == ContinueAsNewInitiator.Unspecified ? ContinueAsNewInitiator.Workflow : a.Initiator;
        Successors.Follow(t, initiator, backoff < pace ? pace : backoff, start =>
        {
            start.WorkflowType = type;
            start.TaskQueue = queue;
            start.Input = a.Input;
            start.Header = a.Header;
            start.WorkflowRunTimeout = run.ToDurationOrNone();
            start.WorkflowTaskTimeout = task.ToDuration();
            start.RetryPolicy = a.RetryPolicy is null ? null : RetryPolicies.Filled(a.RetryPolicy);
            start.CronSchedule = a.CronSchedule;
            start.Memo = a.Memo;
            start.SearchAttributes = Fields.Present(attributes);
            start.ContinuedFailure = a.Failure;
            start.LastCompletionResult = a.LastCompletionResult;
            start.Attempt = initiator == ContinueAsNewInitiator.Retry ? t.Start.Attempt + 1 : 1;
        });
        t.Close(WorkflowExecutionStatus.ContinuedAsNew, new()
        {
            UserMetadata = command.UserMetadata,
            WorkflowExecutionContinuedAsNewEventAttributes = new()
            {
                NewExecutionRunId = t.Successor!.RunId,
                WorkflowType = type,
                TaskQueue = queue,
                Input = a.Input,
                WorkflowRunTimeout = run.ToDurationOrNone(),
                WorkflowTaskTimeout = task.ToDuration(),
                WorkflowTaskCompletedEventId = c.CompletedEventId,
                BackoffStartInterval = a.BackoffStartInterval,
                Initiator = a.Initiator,
                Failure = a.Failure,
                LastCompletionResult = a.LastCompletionResult,
                Header = a.Header,
                Memo = a.Memo,
                SearchAttributes = attributes,
                InheritBuildId = a.InheritBuildId,
            },
        });
    }

    private static void Check(ContinueAsNewWorkflowExecutionCommandAttributes a, string type, TaskQueue queue, EngineLimits limits)
    {
        var about = $"WorkflowType={type} TaskQueue=name:\"{queue.Name}\" kind:TASK_QUEUE_KIND_NORMAL";
        CommandTable.Require(Ids.Fits(type, limits), Bad, $"WorkflowType on ContinueAsNewWorkflowExecutionCommand exceeds length limit. WorkflowType={type} Length={Ids.Length(type)} Limit={limits.IdLength}");
        if (QueueNames.Fault(queue, limits) is { } wrong)
        {
            throw new CommandRefusedException(Bad, $"error validating ContinueAsNewWorkflowExecutionCommand TaskQueue: {wrong}. {about}");
        }

        CommandTable.Require(!a.WorkflowRunTimeout.IsNegative(), Bad, $"Invalid WorkflowRunTimeout on ContinueAsNewWorkflowExecutionCommand: negative duration. {about}");
        CommandTable.Require(!a.WorkflowTaskTimeout.IsNegative(), Bad, $"Invalid WorkflowTaskTimeout on ContinueAsNewWorkflowExecutionCommand: negative duration. {about}");
        CommandTable.Require(!a.BackoffStartInterval.IsNegative(), Bad, $"Invalid BackoffStartInterval on ContinueAsNewWorkflowExecutionCommand: negative duration. {about}");
        if (RetryPolicies.Fault(a.RetryPolicy) is { } fault)
        {
            throw new CommandRefusedException(Bad, $"invalid WorkflowRetryPolicy on ContinueAsNewWorkflowExecutionCommand: {fault}. {about}");
        }
    }
}
