using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Workflows;

/// <summary>Clients query workflows.</summary>
internal sealed class QueryHandlers(EngineCore core)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public void Register(HandlerTable table) => table.On<QueryWorkflowRequest, QueryWorkflowResponse>("QueryWorkflow", QueryAsync);

    private async Task<QueryWorkflowResponse> QueryAsync(QueryWorkflowRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        StartRequest.Require(r.Query is not null, "WorkflowQuery is not set on request.");
        StartRequest.Require(r.Query!.QueryType.Length > 0, "QueryType is not set on request.");
        StartRequest.Require((r.Query.QueryArgs?.CalculateSize() ?? 0) <= core.Limits.BlobSize, "Blob data size exceeds limit.");
        var run = core.Resolve(r.Namespace, r.Execution);
        var rejected = r.QueryRejectCondition switch
        {
            QueryRejectCondition.NotOpen => !run.Open,
            QueryRejectCondition.NotCompletedCleanly => run.State.Status is not (WorkflowExecutionStatus.Running or WorkflowExecutionStatus.Completed),
            _ => false,
        };
        if (rejected)
        {
            return new QueryWorkflowResponse { QueryRejected = new QueryRejected { Status = run.State.Status } };
        }

        var result = await core.Asking.AskAsync(run.Key, r.Query, call.Patience(Longest), call.Cancelled);
        return result.ResultType == QueryResultType.Answered
            ? new QueryWorkflowResponse { QueryResult = result.Answer }
            : throw new Refusal(RefusalKind.InvalidArgument, result.ErrorMessage, new QueryFailedFailure { Failure = result.Failure });
    }
}
