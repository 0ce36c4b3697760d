using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Writing;
using Temporalio.Api.Update.V1;
using Temporalio.Api.WorkflowService.V1;
using Stage = Temporalio.Api.Enums.V1.UpdateWorkflowExecutionLifecycleStage;

namespace FranceTravail.Parcours.Engine.Protocol.Workflows;

/// <summary>Waits until an update has reached a stage, or as long as a call is held.</summary>
internal sealed class UpdateWait(EngineCore core)
{
    /// <summary>A caller that waits no longer than this hears its own deadline.</summary>
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    /// <summary>What was taken out of a run is told to those who watch within this.</summary>
    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(5);

    /// <summary>Waits for a stage; unspecified means completed. The watch was begun before the update was looked at.</summary>
    public async Task<UpdateWorkflowExecutionResponse> ForAsync(RunKey key, string id, Watch<UpdateNotice> watch, Stage stage, Call call)
    {
        var target = stage == Stage.Unspecified ? Stage.Completed : stage;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(call.Cancelled);
        limit.CancelAfter(LongPoll);
        while (true)
        {
            var now = Look(key, id);
            if (now?.Stage >= target)
            {
                return now;
            }

            try
            {
                if (Told(key, id, await watch.NextAsync(limit.Token)) is { } answer)
                {
                    return answer;
                }
            }
            catch (OperationCanceledException) when (!call.Cancelled.IsCancellationRequested)
            {
                return Look(key, id) ?? await GoneAsync(key, id, watch, call);
            }
        }
    }

    /// <summary>What has become of the update so far; null when the run knows nothing of it.</summary>
    public UpdateWorkflowExecutionResponse? Look(RunKey key, string id)
    {
        var run = core.Cache.Find(key) ?? throw Errors.RunUnknown(key.WorkflowId, key.RunId);
        if (!run.State.Updates.TryGetValue(id, out var update))
        {
            return null;
        }

        return update.Stage switch
        {
            UpdateStage.Completed => Answer(key, id, Stage.Completed, Outcome(run, update)),
            UpdateStage.Accepted when !run.Open => Answer(key, id, Stage.Completed, UpdateAnswers.ClosedBefore),
            UpdateStage.Accepted => Answer(key, id, Stage.Accepted, null),
            _ => Answer(key, id, Stage.Admitted, null),
        };
    }

    /// <summary>The run has forgotten the update: it was rejected a moment ago, and that is being told.</summary>
    private static async Task<UpdateWorkflowExecutionResponse> GoneAsync(RunKey key, string id, Watch<UpdateNotice> watch, Call call)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(call.Cancelled);
        limit.CancelAfter(Telling);
        try
        {
            while (true)
            {
                if (Told(key, id, await watch.NextAsync(limit.Token)) is { } answer)
                {
                    return answer;
                }
            }
        }
        catch (OperationCanceledException) when (!call.Cancelled.IsCancellationRequested)
        {
            throw Errors.UpdateUnknown(id);
        }
    }

    /// <summary>The answer that a notice brings; null when it tells of a stage on the way.</summary>
    private static UpdateWorkflowExecutionResponse? Told(RunKey key, string id, UpdateNotice notice) =>
        notice.Error is not null ? throw notice.Error : notice.Outcome is not null ? Answer(key, id, Stage.Completed, notice.Outcome) : null;

    private Outcome Outcome(Run run, Update update) => core.Store.ReadHistory(run.Number, update.CompletedEventId, update.CompletedEventId, 1)
        .SelectMany(b => b.Events).First(e => e.EventId == update.CompletedEventId).WorkflowExecutionUpdateCompletedEventAttributes.Outcome;

    private static UpdateWorkflowExecutionResponse Answer(RunKey key, string id, Stage stage, Outcome? outcome) => new()
    {
        UpdateRef = new UpdateRef { WorkflowExecution = key.Execution, UpdateId = id },
        Stage = stage,
        Outcome = outcome,
    };
}
