using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Reset;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Writing;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Workflows;

/// <summary>Clients reset a workflow to an earlier point of its history.</summary>
internal sealed class ResetHandlers(EngineCore core)
{
    public void Register(HandlerTable table) => table
        .On<ResetWorkflowExecutionRequest, ResetWorkflowExecutionResponse>("ResetWorkflowExecution", ResetAsync);

    private async Task<ResetWorkflowExecutionResponse> ResetAsync(ResetWorkflowExecutionRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        StartRequest.Require(r.RequestId.Length > 0, "RequestId is not set on request.");
        StartRequest.Require(Ids.Fits(r.RequestId, core.Limits), "RequestId length exceeds limit.");
        Addressing.Check(r.WorkflowExecution);
#pragma warning disable CS0612 // Older clients still send it.
        StartRequest.Require(Enum.IsDefined(r.ResetReapplyType), $"unknown reset reapply type: {(int)r.ResetReapplyType}");
        var reapply = ReapplyEvents.Of(r.ResetReapplyType, r.ResetReapplyExcludeTypes);
#pragma warning restore CS0612
        var reset = new ResetWorkflow(r.Reason, r.WorkflowTaskFinishEventId, r.RequestId, reapply, r.PostResetOperations);
        var ahead = HistoriesAhead.Of(core.Cache, core.Resolve(r.Namespace, r.WorkflowExecution));
        var run = await core.Writer.SubmitAsync(unit =>
        {
            unit.Ahead = ahead;
            return reset.Begin(unit, unit.Resolve(r.Namespace, r.WorkflowExecution));
        });
        return new() { RunId = run.Key.RunId };
    }
}
