using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Writing;
using Temporalio.Api.WorkflowService.V1;
using Stage = Temporalio.Api.Enums.V1.UpdateWorkflowExecutionLifecycleStage;

namespace FranceTravail.Parcours.Engine.Protocol.Workflows;

/// <summary>Clients update workflows and wait for what comes of it.</summary>
internal sealed class UpdateHandlers(EngineCore core)
{
    private readonly UpdateWait waiting = new(core);

    public void Register(HandlerTable table) => table
        .On<UpdateWorkflowExecutionRequest, UpdateWorkflowExecutionResponse>("UpdateWorkflowExecution", UpdateAsync)
        .On<PollWorkflowExecutionUpdateRequest, PollWorkflowExecutionUpdateResponse>("PollWorkflowExecutionUpdate", PollAsync);

    /// <summary>Refuses an update that no workflow would take, and gives it an id if it has none.</summary>
    public static void Check(UpdateWorkflowExecutionRequest r, EngineLimits limits)
    {
        StartRequest.Require(r.Request?.Meta is not null, "Update meta is not set on request.");
        StartRequest.Require(Ids.Fits(r.Request!.Meta.UpdateId, limits), "UpdateId length exceeds limit.");
        StartRequest.Require(r.Request.Input is not null, "Update input is not set on request.");
        StartRequest.Require(r.Request.Input!.Name.Length > 0, "Update name is not set on request.");
        if (r.WaitPolicy?.LifecycleStage == Stage.Admitted)
        {
            throw Errors.Denied("UpdateWorkflowExecution issued asynchronously and waiting on update admitted is not supported.");
        }

        if (r.Request.Meta.UpdateId.Length == 0)
        {
            r.Request.Meta.UpdateId = Guid.NewGuid().ToString();
        }
    }

    private async Task<UpdateWorkflowExecutionResponse> UpdateAsync(UpdateWorkflowExecutionRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        Check(r, core.Limits);
        var id = r.Request.Meta.UpdateId;
        Watch<UpdateNotice>? watch = null;
        try
        {
            var key = await core.Writer.SubmitAsync(unit =>
            {
                var run = unit.Resolve(r.Namespace, r.WorkflowExecution);
                if (r.FirstExecutionRunId.Length > 0 && run.Start.FirstExecutionRunId != r.FirstExecutionRunId)
                {
                    throw Errors.ChainUnknown();
                }

                unit.Apply(run.Key, new AdmitUpdate(r.Request));
                watch = core.Watchers.Update(run.Key, id);
                return run.Key;
            });
            return await waiting.ForAsync(key, id, watch!, r.WaitPolicy?.LifecycleStage ?? Stage.Unspecified, call);
        }
        finally
        {
            watch?.Dispose();
        }
    }

    private async Task<PollWorkflowExecutionUpdateResponse> PollAsync(PollWorkflowExecutionUpdateRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        StartRequest.Require(r.UpdateRef is not null, "UpdateRef is not set on request.");
        var run = core.Resolve(r.Namespace, r.UpdateRef!.WorkflowExecution);
        var id = r.UpdateRef.UpdateId;
        using var watch = core.Watchers.Update(run.Key, id);
        var now = waiting.Look(run.Key, id) ?? throw Errors.UpdateUnknown(id);
        var stage = r.WaitPolicy?.LifecycleStage ?? Stage.Unspecified;
        var answer = stage == Stage.Unspecified ? now : await waiting.ForAsync(run.Key, id, watch, stage, call);
        return new PollWorkflowExecutionUpdateResponse { Outcome = answer.Outcome, Stage = answer.Stage, UpdateRef = answer.UpdateRef };
    }
}
