using FranceTravail.Parcours.Engine.Batches;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Visibility.Queries;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;
using Operation = Temporalio.Api.WorkflowService.V1.StartBatchOperationRequest.OperationOneofCase;

namespace FranceTravail.Parcours.Engine.Protocol.Batches;

/// <summary>Refuses a batch that no service would start.</summary>
internal static class BatchCheck
{
    /// <summary>The service reads the query behind these words, and counts its positions from their beginning.</summary>
    private const string BeforeQuery = "select * from dummy where ";

    private const string NoChoice = "Either activity type must be set, or match all should be set to true";

    public static void Request(StartBatchOperationRequest r, EngineLimits limits)
    {
        StartRequest.Require(
            r.Reason.Length > 0 && r.OperationCase != Operation.None && (r.VisibilityQuery.Length > 0 || r.Executions.Count > 0),
            "must provide required parameters: BatchType/Reason/Namespace/Query/Executions");
        StartRequest.Require(r.JobId.Length > 0, "JobId is not set on request.");
        StartRequest.Require(Ids.Fits(r.JobId, limits), "JobId length exceeds limit.");
        StartRequest.Require(r.VisibilityQuery.Length == 0 || r.Executions.Count == 0, "batch query and executions are mutually exclusive");
        if (QueryParser.SyntaxFault(r.VisibilityQuery, BeforeQuery.Length) is { } fault)
        {
            throw Errors.Invalid($"invalid visibility query: {fault}");
        }

        StartRequest.Require(r.Executions.All(e => e.WorkflowId.Length > 0), "WorkflowId is not set on request.");
        CheckOperation(r);
        if (BatchOperation.Type(r) == BatchOperationType.Unspecified)
        {
            throw Errors.Unimplemented($"StartBatchOperation with {r.OperationCase}");
        }
    }

    private static void CheckOperation(StartBatchOperationRequest r)
    {
        switch (r.OperationCase)
        {
            case Operation.SignalOperation:
                StartRequest.Require(r.SignalOperation.Signal.Length > 0, "must provide signal name");
                break;
            case Operation.ResetOperation:
                var target = BatchOperation.Options(r.ResetOperation).TargetCase;
                StartRequest.Require(target != ResetOptions.TargetOneofCase.None, r.ResetOperation.Options is null ? "unknown batch reset type Unspecified" : "batch reset missing target");
                break;
            case Operation.UnpauseActivitiesOperation:
                var unpause = r.UnpauseActivitiesOperation;
                StartRequest.Require(unpause.HasType || unpause.HasMatchAll, "activity filter must be set");
                StartRequest.Require(unpause.HasType ? unpause.Type.Length > 0 : unpause.MatchAll, NoChoice);
                break;
            case Operation.ResetActivitiesOperation:
                var reset = r.ResetActivitiesOperation;
                StartRequest.Require(reset.HasType || reset.HasMatchAll, "must provide ActivityType or MatchAll");
                StartRequest.Require(reset.HasType ? reset.Type.Length > 0 : reset.MatchAll, NoChoice);
                break;
            case Operation.UpdateActivityOptionsOperation:
                var options = r.UpdateActivityOptionsOperation;
                StartRequest.Require(options.ActivityOptions is null || !options.RestoreOriginal, "cannot set both activity options and restore original");
                StartRequest.Require(options.ActivityOptions is not null || options.RestoreOriginal, "Either activity type must be set, or restore original should be set to true");
                StartRequest.Require(options.HasType || options.HasMatchAll, "must provide ActivityType or MatchAll");
                StartRequest.Require(options.HasType ? options.Type.Length > 0 : options.MatchAll, NoChoice);
                break;
            case Operation.UpdateWorkflowOptionsOperation:
                StartRequest.Require(r.UpdateWorkflowOptionsOperation.WorkflowExecutionOptions is not null, "must provide UpdateOptions");
                StartRequest.Require(r.UpdateWorkflowOptionsOperation.UpdateMask is not null, "must provide UpdateMask");
                break;
            default:
                break;
        }
    }
}
