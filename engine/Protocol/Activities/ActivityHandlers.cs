using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Protocol.TaskQueues;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Protocol.WorkflowTasks;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Activities;

/// <summary>Workers take activity tasks and answer them, by token or by id.</summary>
internal sealed class ActivityHandlers(EngineCore core)
{
    public void Register(HandlerTable table) => table
        .On<PollActivityTaskQueueRequest, PollActivityTaskQueueResponse>("PollActivityTaskQueue", PollAsync)
        .On<RespondActivityTaskCompletedRequest, RespondActivityTaskCompletedResponse>("RespondActivityTaskCompleted", async (r, _) =>
        {
            await ByToken(TaskToken.Read(r.TaskToken, r.Namespace, r.Identity, core), a => new CompleteActivity(a, r.Result, r.Identity));
            return new();
        })
        .On<RespondActivityTaskCompletedByIdRequest, RespondActivityTaskCompletedByIdResponse>("RespondActivityTaskCompletedById", async (r, _) =>
        {
            await ById(r.Namespace, r.WorkflowId, r.RunId, r.ActivityId, r.Identity, a => new CompleteActivity(a, r.Result, r.Identity));
            return new();
        })
        .On<RespondActivityTaskFailedRequest, RespondActivityTaskFailedResponse>("RespondActivityTaskFailed", async (r, _) =>
        {
            var response = new RespondActivityTaskFailedResponse();
            response.Failures.Add(await ByToken(TaskToken.Read(r.TaskToken, r.Namespace, r.Identity, core), a => new FailActivity(a, r.Failure, r.LastHeartbeatDetails, r.Identity)));
            return response;
        })
        .On<RespondActivityTaskFailedByIdRequest, RespondActivityTaskFailedByIdResponse>("RespondActivityTaskFailedById", async (r, _) =>
        {
            var response = new RespondActivityTaskFailedByIdResponse();
            response.Failures.Add(await ById(r.Namespace, r.WorkflowId, r.RunId, r.ActivityId, r.Identity, a => new FailActivity(a, r.Failure, r.LastHeartbeatDetails, r.Identity)));
            return response;
        })
        .On<RespondActivityTaskCanceledRequest, RespondActivityTaskCanceledResponse>("RespondActivityTaskCanceled", async (r, _) =>
        {
            await ByToken(TaskToken.Read(r.TaskToken, r.Namespace, r.Identity, core), a => new CancelledActivity(a, r.Details, r.Identity));
            return new();
        })
        .On<RespondActivityTaskCanceledByIdRequest, RespondActivityTaskCanceledByIdResponse>("RespondActivityTaskCanceledById", async (r, _) =>
        {
            await ById(r.Namespace, r.WorkflowId, r.RunId, r.ActivityId, r.Identity, a => new CancelledActivity(a, r.Details, r.Identity));
            return new();
        })
        .On<RecordActivityTaskHeartbeatRequest, RecordActivityTaskHeartbeatResponse>("RecordActivityTaskHeartbeat", async (r, _) =>
        {
            var answer = await ByToken(TaskToken.Read(r.TaskToken, r.Namespace, r.Identity, core), a => new RecordHeartbeat(a, r.Details, r.Identity));
            return new() { CancelRequested = answer.CancelRequested, ActivityPaused = answer.Paused, ActivityReset = answer.Reset };
        })
        .On<RecordActivityTaskHeartbeatByIdRequest, RecordActivityTaskHeartbeatByIdResponse>("RecordActivityTaskHeartbeatById", async (r, _) =>
        {
            var answer = await ById(r.Namespace, r.WorkflowId, r.RunId, r.ActivityId, r.Identity, a => new RecordHeartbeat(a, r.Details, r.Identity));
            return new() { CancelRequested = answer.CancelRequested, ActivityPaused = answer.Paused, ActivityReset = answer.Reset };
        });

    private async Task<PollActivityTaskQueueResponse> PollAsync(PollActivityTaskQueueRequest r, Call call)
    {
        call.RequireTime();
        core.Catalog.Require(r.Namespace);
        StartRequest.Require(Ids.Fits(r.Identity, core.Limits), "Identity length exceeds limit.");
        QueueNames.Check(r.TaskQueue, core.Limits);
        WorkerVersions.Check(r.WorkerVersionCapabilities, r.DeploymentOptions);
        var queue = new QueueName(r.Namespace, TaskKind.Activity, r.TaskQueue.Name);
        var traits = new PollerTraits(r.WorkerVersionCapabilities, r.DeploymentOptions, r.TaskQueueMetadata?.MaxTasksPerSecond);
        var arrived = core.Clock.GetUtcNow();
        var handed = await core.Queues.PollAsync(queue, r.Identity, call.Patience(WorkflowTaskHandlers.LongestPoll), arrived, call.Cancelled, traits);
        var response = handed is StartedActivity started ? Response(started) : new PollActivityTaskQueueResponse();
        var now = core.Clock.GetUtcNow();
        // An empty answer bears nothing: workers take anything in it for a task without its token, and end.
        if (!response.TaskToken.IsEmpty)
        {
            response.PollerScalingDecision = PollerScaling.Of(core.Queues.Stats(queue), now - arrived, now);
        }
        return response;
    }

    private PollActivityTaskQueueResponse Response(StartedActivity started)
    {
        var (run, a) = (started.Run, started.Activity);
        var scheduled = core.Store.ReadHistory(run.Number, a.ScheduledEventId, a.ScheduledEventId, 1)
            .SelectMany(b => b.Events).First(e => e.EventId == a.ScheduledEventId).ActivityTaskScheduledEventAttributes;
        return new PollActivityTaskQueueResponse
        {
            TaskToken = new TaskToken(run.Key, a.Serial, a.ScheduledEventId).Write(),
            WorkflowNamespace = run.Key.Namespace,
            WorkflowType = run.Start.WorkflowType,
            WorkflowExecution = run.Key.Execution,
            ActivityType = scheduled.ActivityType,
            ActivityId = a.ActivityId,
            Header = scheduled.Header,
            Input = scheduled.Input,
            HeartbeatDetails = a.HeartbeatDetails,
            ScheduledTime = a.FirstScheduledTime.ToTimestamp(),
            CurrentAttemptScheduledTime = a.ScheduledTime.ToTimestamp(),
            StartedTime = a.StartedTime!.Value.ToTimestamp(),
            Attempt = a.Attempt,
            ScheduleToCloseTimeout = a.ScheduleToClose.ToDuration(),
            StartToCloseTimeout = scheduled.StartToCloseTimeout ?? TimeSpan.Zero.ToDuration(),
            HeartbeatTimeout = scheduled.HeartbeatTimeout ?? TimeSpan.Zero.ToDuration(),
            RetryPolicy = a.RetryPolicy,
            Priority = Priorities.Of(a.Order, run.State.PriorityOf(run.Start)),
        };
    }

    private Task<T> ByToken<T>(TaskToken token, Func<ActivityRef, IRunInput<T>> input) => core.Writer.SubmitAsync(unit => unit.Find(token.Run) is null
        ? throw Errors.ActivityUnknown()
        : unit.Apply(token.Run, input(new ActivityRef(token.Activity, token.Serial, null))));

    private Task<T> ById<T>(string @namespace, string workflowId, string runId, string activityId, string identity, Func<ActivityRef, IRunInput<T>> input)
    {
        core.Catalog.Require(@namespace);
        StartRequest.Require(activityId.Length > 0, "ActivityId is not set on request.");
        StartRequest.Require(Ids.Fits(identity, core.Limits), "Identity length exceeds limit.");
        if (workflowId.Length == 0)
        {
            throw Errors.NotFound($"activity not found for ID: {activityId}");
        }

        var execution = new WorkflowExecution { WorkflowId = workflowId, RunId = runId };
        return core.Writer.SubmitAsync(unit => unit.Apply(unit.Resolve(@namespace, execution).Key, input(new ActivityRef(0, 0, activityId))));
    }
}
