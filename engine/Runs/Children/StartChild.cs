using FranceTravail.Parcours.Engine.Runs.Chains;
using FranceTravail.Parcours.Engine.Runs.Properties;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;

namespace FranceTravail.Parcours.Engine.Runs.Children;

/// <summary>The workflow starts a child.</summary>
internal static class StartChild
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadStartChildExecutionAttributes;

    public static void CarryOut(Completion c, Command command)
    {
        var t = c.T;
        var a = command.StartChildWorkflowExecutionCommandAttributes;
        CommandTable.Require(a is not null, Bad, "StartChildWorkflowExecutionCommandAttributes is not set on StartChildWorkflowExecutionCommand.");
        var target = a!.Namespace.Length > 0 ? a.Namespace : t.Key.Namespace;
        var queue = new TaskQueue { Name = string.IsNullOrEmpty(a.TaskQueue?.Name) ? t.Start.TaskQueue.Name : a.TaskQueue.Name, Kind = TaskQueueKind.Normal };
        Check(a, target, queue, t.Limits);
        c.RequireSize(a.Input, Bad, "StartChildWorkflowExecutionCommandAttributes. Input");
        CommandTable.RequireSize(a.Memo?.CalculateSize() ?? 0, t.Limits.MemoSize, Bad, "StartChildWorkflowExecutionCommandAttributes.Memo");
        c.RequireRoom(t.State.Children.Count + t.Effects.OfType<BearChild>().Count(), WorkflowTaskFailedCause.PendingChildWorkflowsLimitExceeded, "pending child workflow executions");
        var attributes = UpsertSearchAttributes.Typed(t, a.SearchAttributes);
        var execution = a.WorkflowExecutionTimeout.ToSpan();
        var (run, task) = StartRequest.Timeouts(execution, a.WorkflowRunTimeout.ToSpan(), a.WorkflowTaskTimeout.ToSpan());
        var e = c.Write(command, new()
        {
            StartChildWorkflowExecutionInitiatedEventAttributes = new()
            {
                Namespace = target,
                NamespaceId = t.Catalog.IdOf(target),
                WorkflowId = a.WorkflowId,
                WorkflowType = a.WorkflowType,
                TaskQueue = queue,
                Input = a.Input,
                WorkflowExecutionTimeout = execution.ToDurationOrNone(),
                WorkflowRunTimeout = run.ToDurationOrNone(),
                WorkflowTaskTimeout = task.ToDuration(),
                ParentClosePolicy = a.ParentClosePolicy == ParentClosePolicy.Unspecified ? ParentClosePolicy.Terminate : a.ParentClosePolicy,
                Control = a.Control,
                WorkflowTaskCompletedEventId = c.CompletedEventId,
                WorkflowIdReusePolicy = a.WorkflowIdReusePolicy == WorkflowIdReusePolicy.Unspecified ? WorkflowIdReusePolicy.AllowDuplicate : a.WorkflowIdReusePolicy,
                RetryPolicy = a.RetryPolicy is null ? null : RetryPolicies.Filled(a.RetryPolicy),
                CronSchedule = a.CronSchedule,
                Header = a.Header,
                Memo = a.Memo,
                SearchAttributes = attributes,
                InheritBuildId = a.InheritBuildId,
                Priority = a.Priority,
            },
        });
        t.Effects.Add(new BearChild(e));
    }

    private static void Check(StartChildWorkflowExecutionCommandAttributes a, string target, TaskQueue queue, EngineLimits limits)
    {
        var type = a.WorkflowType?.Name ?? "";
        CommandTable.Require(a.WorkflowId.Length > 0, Bad, $"Required field WorkflowId is not set on StartChildWorkflowExecutionCommand. WorkflowType={type} Namespace={target}");
        CommandTable.Require(type.Length > 0, Bad, $"Required field WorkflowType is not set on StartChildWorkflowExecutionCommand. WorkflowId={a.WorkflowId} Namespace={target}");
        var about = $"WorkflowId={a.WorkflowId} WorkflowType={type} Namespace={target}";
        CommandTable.Require(Ids.Fits(a.WorkflowId, limits), Bad, $"WorkflowId on StartChildWorkflowExecutionCommand exceeds length limit. WorkflowId={a.WorkflowId} Length={Ids.Length(a.WorkflowId)} Limit={limits.IdLength} WorkflowType={type} Namespace={target}");
        CommandTable.Require(Ids.Fits(type, limits), Bad, $"WorkflowType on StartChildWorkflowExecutionCommand exceeds length limit. WorkflowId={a.WorkflowId} WorkflowType={type} Length={Ids.Length(type)} Limit={limits.IdLength} Namespace={target}");
        CommandTable.Require(!a.WorkflowExecutionTimeout.IsNegative(), Bad, $"Invalid WorkflowExecutionTimeout on StartChildWorkflowExecutionCommand: negative duration. {about}");
        CommandTable.Require(!a.WorkflowRunTimeout.IsNegative(), Bad, $"Invalid WorkflowRunTimeout on StartChildWorkflowExecutionCommand: negative duration. {about}");
        CommandTable.Require(!a.WorkflowTaskTimeout.IsNegative(), Bad, $"Invalid WorkflowTaskTimeout on StartChildWorkflowExecutionCommand: negative duration. {about}");
        if (RetryPolicies.Fault(a.RetryPolicy) is { } fault)
        {
            throw new CommandRefusedException(Bad, $"invalid WorkflowRetryPolicy on StartChildWorkflowExecutionCommand: {fault}. {about}");
        }

        CommandTable.Require(
            a.CronSchedule.Length == 0 || CronSchedule.TryParse(a.CronSchedule, out _),
            Bad,
            $"invalid CronSchedule on StartChildWorkflowExecutionCommand: invalid CronSchedule.. {about}");
        CommandTable.Refuse(Priorities.Fault(a.Priority), Bad);
        if (QueueNames.Fault(queue, limits) is { } wrong)
        {
            throw new CommandRefusedException(Bad, $"invalid TaskQueue on StartChildWorkflowExecutionCommand: {wrong}. {about} TaskQueue=name:\"{queue.Name}\" kind:TASK_QUEUE_KIND_NORMAL");
        }
    }
}
