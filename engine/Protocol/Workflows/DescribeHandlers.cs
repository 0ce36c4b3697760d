using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Chains;
using FranceTravail.Parcours.Engine.Runs.Options;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Storage;
using Temporalio.Api.Activity.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Workflows;

/// <summary>Shows a run as it stands.</summary>
internal sealed class DescribeHandlers(EngineCore core)
{
    public void Register(HandlerTable table) => table
        .On<DescribeWorkflowExecutionRequest, DescribeWorkflowExecutionResponse>("DescribeWorkflowExecution", Describe);

    private DescribeWorkflowExecutionResponse Describe(DescribeWorkflowExecutionRequest r)
    {
        core.Catalog.Require(r.Namespace);
        var run = core.Resolve(r.Namespace, r.Execution);
        var (s, start) = (run.State, run.Start);
        var response = new DescribeWorkflowExecutionResponse
        {
            ExecutionConfig = new WorkflowExecutionConfig
            {
                TaskQueue = start.TaskQueue,
                WorkflowExecutionTimeout = start.WorkflowExecutionTimeout ?? new Google.Protobuf.WellKnownTypes.Duration(),
                WorkflowRunTimeout = start.WorkflowRunTimeout ?? new Google.Protobuf.WellKnownTypes.Duration(),
                DefaultWorkflowTaskTimeout = start.WorkflowTaskTimeout,
                UserMetadata = run.StartEvent.UserMetadata,
            },
            WorkflowExecutionInfo = Info(run),
            WorkflowExtendedInfo = new WorkflowExecutionExtendedInfo
            {
                ExecutionExpirationTime = s.ExecutionExpiresAt?.ToTimestamp(),
                RunExpirationTime = s.RunExpiresAt?.ToTimestamp(),
                CancelRequested = s.CancelRequested,
                OriginalStartTime = (s.OriginalStartTime ?? s.StartTime).ToTimestamp(),
                LastResetTime = s.OriginalStartTime is null ? null : s.StartTime.ToTimestamp(),
                ResetRunId = s.ResetRunId ?? "",
            },
        };
        if (s.StartRequestId.Length > 0)
        {
            response.WorkflowExtendedInfo.RequestIdInfos[s.StartRequestId] = new RequestIdInfo { EventType = EventType.WorkflowExecutionStarted, EventId = 1 };
        }

        foreach (var (id, e) in s.RequestIds.Where(r => r.Key.StartsWith(AttachRequest.Prefix, StringComparison.Ordinal)))
        {
            response.WorkflowExtendedInfo.RequestIdInfos[id[AttachRequest.Prefix.Length..]] = new RequestIdInfo { EventType = EventType.WorkflowExecutionOptionsUpdated, EventId = e, Buffered = e == 0 };
        }

        response.PendingActivities.Add(s.Activities.Values.Select(Pending));
        if (!s.Open)
        {
            return response;
        }

        response.PendingChildren.Add(s.Children.Values.Select(c => new PendingChildExecutionInfo
        {
            WorkflowId = c.WorkflowId,
            RunId = c.RunId,
            WorkflowTypeName = c.WorkflowType,
            InitiatedId = c.InitiatedEventId,
            ParentClosePolicy = c.ParentClosePolicy,
        }));
        if (s.Task is { } task)
        {
            response.PendingWorkflowTask = new PendingWorkflowTaskInfo
            {
                State = task.StartedTime is null ? PendingWorkflowTaskState.Scheduled : PendingWorkflowTaskState.Started,
                ScheduledTime = task.ScheduledTime.ToTimestamp(),
                OriginalScheduledTime = (s.HeartbeatSince ?? task.ScheduledTime).ToTimestamp(),
                StartedTime = task.StartedTime?.ToTimestamp(),
                Attempt = task.Attempt,
            };
        }

        return response;
    }

    private WorkflowExecutionInfo Info(Run run)
    {
        var (s, start, row) = (run.State, run.Start, VisibilityRows.Of(run));
        return new WorkflowExecutionInfo
        {
            Execution = run.Key.Execution,
            Type = start.WorkflowType,
            StartTime = s.StartTime.ToTimestamp(),
            ExecutionTime = row.ExecutionTime.ToTimestamp(),
            CloseTime = s.CloseTime?.ToTimestamp(),
            ExecutionDuration = row.ExecutionDuration?.ToDuration(),
            Status = s.Status,
            HistoryLength = s.NextEventId - 1,
            HistorySizeBytes = s.HistorySize,
            StateTransitionCount = s.TransitionCount,
            ParentNamespaceId = start.ParentWorkflowExecution is null ? "" : core.Catalog.IdOf(start.ParentWorkflowNamespace),
            ParentExecution = start.ParentWorkflowExecution,
            RootExecution = new WorkflowExecution { WorkflowId = row.RootWorkflowId, RunId = row.RootRunId },
            FirstRunId = start.FirstExecutionRunId,
            TaskQueue = start.TaskQueue.Name,
            Memo = s.Memo ?? new Memo(),
            SearchAttributes = s.SearchAttributes ?? new SearchAttributes(),
            Priority = s.PriorityOf(start),
            AutoResetPoints = s.ResetPoints,
            VersioningInfo = s.VersioningOverride is { } version ? new WorkflowExecutionVersioningInfo { VersioningOverride = UpdateWorkflowOptions.Described(version) } : null,
        };
    }

    private static PendingActivityInfo Pending(Activity a) => new()
    {
        ActivityId = a.ActivityId,
        ActivityType = new ActivityType { Name = a.TypeName },
        State = a switch
        {
            { CancelRequested: true } => PendingActivityState.CancelRequested,
            { Pause: not null, Started: true } => PendingActivityState.PauseRequested,
            { Pause: not null } => PendingActivityState.Paused,
            { Started: true } => PendingActivityState.Started,
            _ => PendingActivityState.Scheduled,
        },
        HeartbeatDetails = a.HeartbeatDetails,
        LastHeartbeatTime = a.LastHeartbeatTime?.ToTimestamp(),
        LastStartedTime = a.StartedTime?.ToTimestamp(),
        LastAttemptCompleteTime = a.LastAttemptEndTime?.ToTimestamp(),
        Attempt = a.Attempt,
        MaximumAttempts = a.RetryPolicy.MaximumAttempts,
        ScheduledTime = a.ScheduledTime.ToTimestamp(),
        NextAttemptScheduleTime = a.Waiting ? a.ScheduledTime.ToTimestamp() : null,
        ExpirationTime = a.ScheduleToClose > TimeSpan.Zero ? a.FirstScheduledTime.After(a.ScheduleToClose).ToTimestamp() : null,
        LastFailure = a.LastFailure,
        LastWorkerIdentity = a.LastIdentity,
        CurrentRetryInterval = a.Started ? null : (a.Waiting && a.LastAttemptEndTime is { } ended ? a.ScheduledTime - ended : RetryDecision.Backoff(a.RetryPolicy, 1)).ToDuration(),
        Paused = a.Pause is not null,
        PauseInfo = a.Pause is { } pause
            ? new PendingActivityInfo.Types.PauseInfo { PauseTime = pause.Time.ToTimestamp(), Manual = new() { Identity = pause.Identity, Reason = pause.Reason } }
            : null,
        ActivityOptions = new ActivityOptions
        {
            TaskQueue = new TaskQueue { Name = a.TaskQueue, NormalName = a.TaskQueue },
            ScheduleToCloseTimeout = a.ScheduleToClose.ToDuration(),
            ScheduleToStartTimeout = a.ScheduleToStart.ToDuration(),
            StartToCloseTimeout = a.StartToClose.ToDuration(),
            HeartbeatTimeout = a.Heartbeat.ToDuration(),
            RetryPolicy = a.RetryPolicy,
            Priority = a.Order,
        },
        Priority = a.Order,
    };
}
