using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Chains;
using FranceTravail.Parcours.Engine.Runs.Options;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>What is asked of a start, in a form that start, signal-with-start and update-with-start share.</summary>
internal static class StartRequest
{
    private static readonly TimeSpan DefaultTaskTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestTaskTimeout = TimeSpan.FromSeconds(120);

    /// <summary>Refuses a request that no service would take, whatever runs already.</summary>
    public static void Check(StartWorkflowExecutionRequest r, EngineLimits limits, INamespaceCatalog catalog)
    {
        CheckId(r.WorkflowId, limits);
        Refuse(RetryPolicies.Fault(r.RetryPolicy));
        Require(r.CronSchedule.Length == 0 || r.WorkflowStartDelay is null, "CronSchedule and WorkflowStartDelay may not be used together.");
        Require(!r.WorkflowStartDelay.IsNegative(), "An invalid WorkflowStartDelaySeconds is set on request. cause: negative duration");
        Require(r.CronSchedule.Length == 0 || CronSchedule.TryParse(r.CronSchedule, out _), "invalid CronSchedule.");
        Require(!string.IsNullOrEmpty(r.WorkflowType?.Name), "WorkflowType is not set on request.");
        Require(Ids.Fits(r.WorkflowType!.Name, limits), "WorkflowType length exceeds limit.");
        QueueNames.Check(r.TaskQueue, limits);
        Require(!r.WorkflowExecutionTimeout.IsNegative(), "An invalid WorkflowExecutionTimeoutSeconds is set on request. cause: negative duration");
        Require(!r.WorkflowRunTimeout.IsNegative(), "An invalid WorkflowRunTimeoutSeconds is set on request. cause: negative duration");
        Require(!r.WorkflowTaskTimeout.IsNegative(), "An invalid WorkflowTaskTimeoutSeconds is set on request. cause: negative duration");
        Require(Ids.Fits(r.RequestId, limits), "RequestId length exceeds limit.");
        Require(
            r.WorkflowIdReusePolicy != WorkflowIdReusePolicy.TerminateIfRunning || r.WorkflowIdConflictPolicy == WorkflowIdConflictPolicy.Unspecified,
            "Invalid WorkflowIDReusePolicy: WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING cannot be used together with a WorkflowIDConflictPolicy");
        Require(
            r.WorkflowIdReusePolicy != WorkflowIdReusePolicy.RejectDuplicate || r.WorkflowIdConflictPolicy != WorkflowIdConflictPolicy.TerminateExisting,
            "Invalid WorkflowIDReusePolicy: WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE cannot be used together with WorkflowIdConflictPolicy WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING");
        Require(r.OnConflictOptions is not { AttachCompletionCallbacks: true, AttachRequestId: false }, "attaching request ID is required for attaching completion callbacks");
        catalog.Typed(r.Namespace, r.SearchAttributes);
        Refuse(Priorities.Fault(r.Priority));
        Require(r.CompletionCallbacks.Count == 0, "attaching workflow callbacks is disabled for this namespace");
        Links.Check(r.Links);
        UpdateWorkflowOptions.RefuseUnknown(r.VersioningOverride, r.TaskQueue.Name);
        Require((r.Input?.CalculateSize() ?? 0) <= limits.BlobSize, "Blob data size exceeds limit.");
        Require((r.Memo?.CalculateSize() ?? 0) <= limits.MemoSize, "Memo size exceeds limit.");
    }

    /// <summary>Refuses a workflow id that no service would take.</summary>
    public static void CheckId(string workflowId, EngineLimits limits)
    {
        Require(workflowId.Length > 0, "WorkflowId is not set on request.");
        Require(Ids.Fits(workflowId, limits), "WorkflowId length exceeds limit.");
    }

    /// <summary>Event 1 of the run that a checked request starts.</summary>
    public static WorkflowExecutionStartedEventAttributes ToEvent(StartWorkflowExecutionRequest r, string runId, DateTimeOffset now, INamespaceCatalog catalog)
    {
        var execution = r.WorkflowExecutionTimeout.ToSpan();
        var (run, task) = Timeouts(execution, r.WorkflowRunTimeout.ToSpan(), r.WorkflowTaskTimeout.ToSpan());
        var backoff = r.WorkflowStartDelay.ToSpan();
        if (r.CronSchedule.Length > 0)
        {
            backoff = CronSchedule.Parse(r.CronSchedule).After(now) is { } next ? next - now : TimeSpan.Zero;
        }

        return new WorkflowExecutionStartedEventAttributes
        {
            WorkflowType = r.WorkflowType,
            TaskQueue = new TaskQueue { Name = r.TaskQueue.Name, Kind = TaskQueueKind.Normal },
            Input = r.Input,
            WorkflowExecutionTimeout = execution.ToDurationOrNone(),
            WorkflowRunTimeout = run.ToDurationOrNone(),
            WorkflowTaskTimeout = task.ToDuration(),
            OriginalExecutionRunId = runId,
            FirstExecutionRunId = runId,
            Identity = r.Identity,
            RetryPolicy = r.RetryPolicy is null ? null : RetryPolicies.Filled(r.RetryPolicy),
            Attempt = 1,
            WorkflowExecutionExpirationTime = execution > TimeSpan.Zero ? now.After(backoff).After(execution).ToTimestamp() : null,
            CronSchedule = r.CronSchedule,
            Initiator = r.CronSchedule.Length > 0 ? ContinueAsNewInitiator.CronSchedule : ContinueAsNewInitiator.Unspecified,
            FirstWorkflowTaskBackoff = backoff.ToDurationOrNone(),
            Memo = r.Memo,
            SearchAttributes = Properties.Fields.Present(catalog.Typed(r.Namespace, r.SearchAttributes)),
            Header = r.Header,
            WorkflowId = r.WorkflowId,
            LastCompletionResult = r.LastCompletionResult,
            ContinuedFailure = r.ContinuedFailure,
            Priority = r.Priority,
            VersioningOverride = r.VersioningOverride,
        };
    }

    /// <summary>Run timeout filled and capped by the execution's; task timeout 10 s unless given, capped at 120 s and at the run's.</summary>
    public static (TimeSpan Run, TimeSpan Task) Timeouts(TimeSpan execution, TimeSpan run, TimeSpan task)
    {
        if (execution > TimeSpan.Zero)
        {
            run = run == TimeSpan.Zero ? execution : Times.Min(run, execution);
        }

        task = Times.Min(task == TimeSpan.Zero ? DefaultTaskTimeout : task, LongestTaskTimeout);
        return (run, run > TimeSpan.Zero ? Times.Min(task, run) : task);
    }

    public static void Require(bool condition, string message) => Refuse(condition ? null : message);

    /// <summary>Refuses a request with what is wrong with it; null when nothing is.</summary>
    public static void Refuse(string? fault)
    {
        if (fault is not null)
        {
            throw Errors.Invalid(fault);
        }
    }
}
