using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Options;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Workflows;

/// <summary>Operators change the options of workflows. Pausing whole workflows is off, as on a Temporal service by default.</summary>
internal sealed class WorkflowOptionsHandlers(EngineCore core)
{
    private const int LongestReason = 1000;

    public void Register(HandlerTable table) => table
        .On<UpdateWorkflowExecutionOptionsRequest, UpdateWorkflowExecutionOptionsResponse>("UpdateWorkflowExecutionOptions", UpdateAsync)
        .On<PauseWorkflowExecutionRequest, PauseWorkflowExecutionResponse>("PauseWorkflowExecution", r =>
        {
            core.Catalog.Require(r.Namespace);
            throw new Refusal(RefusalKind.Unimplemented, $"workflow pause is not enabled for namespace: {r.Namespace}");
        })
        .On<UnpauseWorkflowExecutionRequest, UnpauseWorkflowExecutionResponse>("UnpauseWorkflowExecution", Unpause);

    private async Task<UpdateWorkflowExecutionOptionsResponse> UpdateAsync(UpdateWorkflowExecutionOptionsRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        StartRequest.Require(!string.IsNullOrEmpty(r.WorkflowExecution?.WorkflowId), "WorkflowId is not set on request.");
        StartRequest.Require(r.UpdateMask is not null, "UpdateMask is required");
        StartRequest.Require(r.WorkflowExecutionOptions is not null, "WorkflowExecutionOptions is required");
        StartRequest.Refuse(WorkflowOptionsMask.Fault(r.UpdateMask) is { } fault ? $"error parsing UpdateMask: {fault}" : null);
        var change = new UpdateWorkflowOptions(r.WorkflowExecutionOptions, r.UpdateMask, r.Identity);
        var options = await core.Writer.SubmitAsync(unit => unit.Apply(unit.Resolve(r.Namespace, r.WorkflowExecution).Key, change));
        return new() { WorkflowExecutionOptions = options };
    }

    private UnpauseWorkflowExecutionResponse Unpause(UnpauseWorkflowExecutionRequest r)
    {
        core.Catalog.Require(r.Namespace);
        StartRequest.Require(r.Reason.Length <= LongestReason, "reason is too long.");
        StartRequest.Require(Ids.Fits(r.RequestId, core.Limits), "request id is too long.");
        StartRequest.Require(Ids.Fits(r.Identity, core.Limits), "identity is too long.");
        StartRequest.Require(r.WorkflowId.Length > 0, "Can't load workflow execution.  WorkflowId not set.");
        StartRequest.Require(r.RunId.Length == 0 || Guid.TryParse(r.RunId, out _), "RunId is not valid UUID.");
        var run = core.Resolve(r.Namespace, new WorkflowExecution { WorkflowId = r.WorkflowId, RunId = r.RunId });
        throw run.Open ? new Refusal(RefusalKind.FailedPrecondition, "workflow is not paused.") : Errors.WorkflowCompleted();
    }
}
