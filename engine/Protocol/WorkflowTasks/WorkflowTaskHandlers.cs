using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Protocol.TaskQueues;
using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.WorkflowTasks;

/// <summary>Workers take workflow tasks and answer them.</summary>
internal sealed class WorkflowTaskHandlers(EngineCore core)
{
    public static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(60);

    private readonly WorkflowTaskResponses responses = new(core);

    public void Register(HandlerTable table) => table
        .On<PollWorkflowTaskQueueRequest, PollWorkflowTaskQueueResponse>("PollWorkflowTaskQueue", PollAsync)
        .On<RespondWorkflowTaskCompletedRequest, RespondWorkflowTaskCompletedResponse>("RespondWorkflowTaskCompleted", CompleteAsync)
        .On<RespondWorkflowTaskFailedRequest, RespondWorkflowTaskFailedResponse>("RespondWorkflowTaskFailed", FailAsync)
        .On<RespondQueryTaskCompletedRequest, RespondQueryTaskCompletedResponse>("RespondQueryTaskCompleted", AnswerQuery)
        .On<ResetStickyTaskQueueRequest, ResetStickyTaskQueueResponse>("ResetStickyTaskQueue", ResetStickyAsync);

    private async Task<PollWorkflowTaskQueueResponse> PollAsync(PollWorkflowTaskQueueRequest r, Call call)
    {
        call.RequireTime();
        core.Catalog.Require(r.Namespace);
        StartRequest.Require(Ids.Fits(r.Identity, core.Limits), "Identity length exceeds limit.");
        QueueNames.Check(r.TaskQueue, core.Limits);
        WorkerVersions.Check(r.WorkerVersionCapabilities, r.DeploymentOptions);
        var queue = new QueueName(r.Namespace, TaskKind.Workflow, r.TaskQueue.Name);
        var traits = new PollerTraits(r.WorkerVersionCapabilities, r.DeploymentOptions, null);
        var arrived = core.Clock.GetUtcNow();
        var response = await core.Queues.PollAsync(queue, r.Identity, call.Patience(LongestPoll), arrived, call.Cancelled, traits) switch
        {
            StartedTask task => responses.Of(task),
            QueryOffer query => responses.Of(query),
            _ => new PollWorkflowTaskQueueResponse(),
        };
        var now = core.Clock.GetUtcNow();
        // An empty answer bears nothing: workers take anything in it for a task without its token, and end.
        if (!response.TaskToken.IsEmpty)
        {
            response.PollerScalingDecision = PollerScaling.Of(core.Queues.Stats(queue), now - arrived, now);
        }
        return response;
    }

    private async Task<RespondWorkflowTaskCompletedResponse> CompleteAsync(RespondWorkflowTaskCompletedRequest r, Call call)
    {
        var token = TaskToken.Read(r.TaskToken, r.Namespace, r.Identity, core);
        var completed = await core.Writer.SubmitAsync(unit =>
        {
            if (token.Activity != 0 || unit.Find(token.Run) is null)
            {
                throw Errors.WorkflowTaskUnknown();
            }

            var answer = unit.Apply(token.Run, new CompleteWorkflowTask(token.Serial, r));
            if (r.QueryResults.Count > 0 && unit.Refusal is null)
            {
                unit.AfterCommit.Add(() => core.Asking.Answer(token.Run, r.QueryResults.Select(q => KeyValuePair.Create(q.Key, Sized(q.Value)))));
            }

            return answer;
        });
        return new RespondWorkflowTaskCompletedResponse
        {
            WorkflowTask = completed.Next is { } next ? responses.Of(next) : null,
            ResetHistoryEventId = completed.ResetTo,
        };
    }

    private async Task<RespondWorkflowTaskFailedResponse> FailAsync(RespondWorkflowTaskFailedRequest r, Call call)
    {
        var token = TaskToken.Read(r.TaskToken, r.Namespace, r.Identity, core);
        await core.Writer.SubmitAsync(unit =>
        {
            if (token.Activity != 0 || unit.Find(token.Run) is null)
            {
                throw Errors.WorkflowTaskUnknown();
            }

            return unit.Apply(token.Run, new FailWorkflowTask(token.Serial, r.Cause, r.Failure, r.Identity));
        });
        return new RespondWorkflowTaskFailedResponse();
    }

    private RespondQueryTaskCompletedResponse AnswerQuery(RespondQueryTaskCompletedRequest r)
    {
        var token = TaskToken.Read(r.TaskToken, r.Namespace, "", core);
        core.Asking.Answer(token.Run.RunId, Sized(new WorkflowQueryResult
        {
            ResultType = r.CompletedType == QueryResultType.Unspecified ? QueryResultType.Failed : r.CompletedType,
            Answer = r.QueryResult,
            ErrorMessage = r.ErrorMessage,
            Failure = r.Failure,
        }));
        return new RespondQueryTaskCompletedResponse();
    }

    /// <summary>The answer to a query, failed when it is too large to be handed on.</summary>
    private WorkflowQueryResult Sized(WorkflowQueryResult result) => (result.Answer?.CalculateSize() ?? 0) <= core.Limits.BlobSize
        ? result
        : new WorkflowQueryResult { ResultType = QueryResultType.Failed, ErrorMessage = "Blob data size exceeds limit." };

    private async Task<ResetStickyTaskQueueResponse> ResetStickyAsync(ResetStickyTaskQueueRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        await core.Writer.SubmitAsync(unit => unit.Apply(unit.Resolve(r.Namespace, r.Execution).Key, new ResetSticky()));
        return new ResetStickyTaskQueueResponse();
    }
}
