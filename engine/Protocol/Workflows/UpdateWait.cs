using FranceTravail.Parcours.Engine.Protocol.Transport;
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
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    /// <summary>Waits for a stage; unspecified means completed. The watch was begun before the update was looked at.</summary>
    public async Task<UpdateWorkflowExecutionResponse> ForAsync(RunKey key, string id, Watch<UpdateNotice> watch, Stage stage, Call call)
    {
        var target = stage == Stage.Unspecified ? Stage.Completed : stage;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(call.Cancelled);
        limit.CancelAfter(call.Patience(LongPoll));
        while (true)
        {
            if (core.Cache.Find(key)?.State.Updates.ContainsKey(id) == true && Now(key, id) is var now && now.Stage >= target)
            {
                return now;
            }

            try
            {
                var heard = await watch.NextAsync(limit.Token);
                if (heard.Error is not null)
                {
                    throw heard.Error;
                }

                if (heard.Outcome is not null)
                {
                    return Answer(key, id, Stage.Completed, heard.Outcome);
                }
            }
            catch (OperationCanceledException) when (!call.Cancelled.IsCancellationRequested)
            {
                return Now(key, id);
            }
        }
    }

    /// <summary>What has become of the update so far.</summary>
    public UpdateWorkflowExecutionResponse Now(RunKey key, string id)
    {
        var run = core.Cache.Find(key) ?? throw Errors.RunUnknown(key.WorkflowId, key.RunId);
        if (!run.State.Updates.TryGetValue(id, out var update))
        {
            throw Errors.UpdateUnknown(id);
        }

        return update.Stage switch
        {
            UpdateStage.Completed => Answer(key, id, Stage.Completed, Outcome(run, update)),
            UpdateStage.Accepted when !run.Open => Answer(key, id, Stage.Completed, UpdateAnswers.ClosedBefore),
            UpdateStage.Accepted => Answer(key, id, Stage.Accepted, null),
            _ => Answer(key, id, Stage.Admitted, null),
        };
    }

    private Outcome Outcome(Run run, Update update) => core.Store.ReadHistory(run.Number, update.CompletedEventId, update.CompletedEventId, 1)
        .SelectMany(b => b.Events).First(e => e.EventId == update.CompletedEventId).WorkflowExecutionUpdateCompletedEventAttributes.Outcome;

    private static UpdateWorkflowExecutionResponse Answer(RunKey key, string id, Stage stage, Outcome? outcome) => new()
    {
        UpdateRef = new UpdateRef { WorkflowExecution = key.Execution, UpdateId = id },
        Stage = stage,
        Outcome = outcome,
    };
}
