using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Activities;

/// <summary>Operators pause, unpause and reset open activities, and change their options.</summary>
internal sealed class ActivityOperationHandlers(EngineCore core)
{
    public void Register(HandlerTable table) => table
        .On<PauseActivityRequest, PauseActivityResponse>("PauseActivity", async (r, _) =>
        {
            core.Catalog.Require(r.Namespace);
            await Apply(r.Namespace, r.Execution, new PauseActivities(Selected(r.Execution, r.HasId, r.Id, r.HasType, r.Type), r.Identity, r.Reason));
            return new();
        })
        .On<UnpauseActivityRequest, UnpauseActivityResponse>("UnpauseActivity", async (r, _) =>
        {
            core.Catalog.Require(r.Namespace);
            await Apply(r.Namespace, r.Execution, new UnpauseActivities(Selected(r.Execution, r.HasId, r.Id, r.HasType, r.Type, r.UnpauseAll), r.ResetAttempts, r.ResetHeartbeat, r.Jitter.ToSpan()));
            return new();
        })
        .On<ResetActivityRequest, ResetActivityResponse>("ResetActivity", async (r, _) =>
        {
            core.Catalog.Require(r.Namespace);
            await Apply(r.Namespace, r.Execution, new ResetActivities(Selected(r.Execution, r.HasId, r.Id, r.HasType, r.Type, r.MatchAll), r.ResetHeartbeat, r.KeepPaused, r.RestoreOriginalOptions, r.Jitter.ToSpan()));
            return new();
        })
        .On<UpdateActivityOptionsRequest, UpdateActivityOptionsResponse>("UpdateActivityOptions", UpdateOptionsAsync);

    private static ActivitySelection Selected(WorkflowExecution? execution, bool hasId, string id, bool hasType, string type, bool all = false)
    {
        StartRequest.Require(!string.IsNullOrEmpty(execution?.WorkflowId), "WorkflowId is not set on request.");
        StartRequest.Require(hasId || hasType || all, "Either Activity.Id or Activity.Type should be set on request.");
        return new ActivitySelection(hasId ? id : null, hasType ? type : null);
    }

    private async Task<UpdateActivityOptionsResponse> UpdateOptionsAsync(UpdateActivityOptionsRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        var selection = Selected(r.Execution, r.HasId, r.Id, r.HasType, r.Type, r.MatchAll);
        StartRequest.Refuse(Priorities.Fault(r.ActivityOptions?.Priority));
        var change = new UpdateActivityOptions(selection, r.ActivityOptions, r.UpdateMask is null ? null : new(r.UpdateMask), r.RestoreOriginal);
        var options = await core.Writer.SubmitAsync(unit => unit.Apply(unit.Resolve(r.Namespace, r.Execution).Key, change));
        return new() { ActivityOptions = options };
    }

    private async Task Apply(string @namespace, WorkflowExecution? execution, IRunInput<bool> input)
    {
        await core.Writer.SubmitAsync(unit => unit.Apply(unit.Resolve(@namespace, execution).Key, input));
    }
}
