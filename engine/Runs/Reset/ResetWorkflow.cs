using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Children;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.External;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Workflow.V1;

namespace FranceTravail.Parcours.Engine.Runs.Reset;

/// <summary>
/// Ends the current run of a workflow and begins another that shares a run's history up to a workflow task, which fails there, so
/// that the workflow goes on from that point. A request id is no protection against a second reset: each makes another run.
/// </summary>
/// <param name="Reason">Why; it stands in the history of both runs.</param>
/// <param name="FinishEventId">The event that ended the task, or would have: what comes before it is kept.</param>
/// <param name="RequestId">The caller's.</param>
/// <param name="Reapply">What is brought over from after that point.</param>
/// <param name="Afterwards">What is done to the new run before it goes on.</param>
internal sealed record ResetWorkflow(string Reason, long FinishEventId, string RequestId, ReapplyEvents Reapply, IReadOnlyList<PostResetOperation> Afterwards)
{
    private const string NobodysRequest = "emptyUuid";

    public Run Begin(IRunSpace space, Run origin)
    {
        if (FinishEventId <= 1 || FinishEventId >= origin.State.NextEventId)
        {
            throw Errors.Invalid("Workflow task finish ID must be > 1 && <= workflow last event ID.");
        }

        var key = origin.Key with { RunId = space.Chance.NewId() };
        EndCurrent(space, origin, key.RunId);
        var kept = Kept(space, origin);
        var late = Late(space, origin);
        return space.Fork(key, origin.StartEvent, Before(space, origin), t => GoOn(t, origin.Key.RunId, kept, late));
    }

    /// <summary>Closes the open run without what closing means otherwise: its children and its parent go on with the new run.</summary>
    private void EndCurrent(IRunSpace space, Run origin, string runId)
    {
        space.Apply(origin.Key, new MarkReset(runId));
        var current = space.Current(origin.Key.Namespace, origin.Key.WorkflowId)!;
        if (current.Open)
        {
            space.Apply(current.Key, new MarkReset(runId));
            space.Apply(current.Key, new Terminate(Reason, null, ServiceNames.Resetter));
        }
    }

    private static RunState Before(IRunSpace space, Run origin)
    {
        var start = origin.Start;
        var timeout = start.WorkflowRunTimeout.ToSpan();
        var executionEnd = start.WorkflowExecutionExpirationTime?.ToMoment();
        return new RunState
        {
            StartTime = space.Now,
            OriginalStartTime = origin.State.OriginalStartTime ?? origin.State.StartTime,
            ResetPoints = start.PrevAutoResetPoints,
            VersioningOverride = start.VersioningOverride,
            ScheduledBy = origin.State.ScheduledBy,
            ExecutionExpiresAt = executionEnd,
            RunExpiresAt = Times.Earlier(timeout > TimeSpan.Zero ? space.Now.After(timeout) : null, executionEnd),
            Memo = start.Memo,
            SearchAttributes = Properties.Fields.Present(start.SearchAttributes),
        };
    }

    private IReadOnlyList<History> Kept(IRunSpace space, Run origin)
    {
        var batches = space.History(origin, 1, FinishEventId - 1);
        return batches[^1].Events[^1].EventId == FinishEventId - 1
            ? batches
            : throw Errors.Invalid($"StateRebuilder unable to Rebuild mutable state to event ID: {FinishEventId - 1}, version: 0, this event must be at the boundary");
    }

    /// <summary>What happened after the reset point, and in the runs that followed by continue-as-new.</summary>
    private (List<HistoryEvent> Own, List<HistoryEvent> Followers) Late(IRunSpace space, Run origin)
    {
        var run = space.Find(origin.Key)!;
        List<HistoryEvent> own = [.. space.History(run, FinishEventId, long.MaxValue).SelectMany(b => b.Events).Where(e => e.EventId >= FinishEventId)];
        List<HistoryEvent> followers = [];
        while (Follower(space, run) is { } next)
        {
            run = next;
            followers.AddRange(space.History(run, 1, long.MaxValue).SelectMany(b => b.Events));
        }

        return (own, followers);
    }

    private static Run? Follower(IRunSpace space, Run run) =>
        run.State is { Status: WorkflowExecutionStatus.ContinuedAsNew, SuccessorRunId: { } next } ? space.Find(run.Key with { RunId = next }) : null;

    private void GoOn(Transition t, string originRunId, IReadOnlyList<History> kept, (List<HistoryEvent> Own, List<HistoryEvent> Followers) late)
    {
        t.State = t.State with { StartRequestId = RequestId };
        t.Copy(kept);
        var unanswered = StateRebuilder.Rebuild(t, kept.SelectMany(b => b.Events));
        FailTask(t, originRunId);
        Reapply.Apply(t, late.Own, new LateOutcomes(t, unanswered));
        Reapply.Apply(t, late.Followers, null);
        PostReset.Do(t, Afterwards);
        foreach (var activity in t.State.Activities.Values)
        {
            t.Dispatch(activity);
        }

        t.Effects.AddRange(t.State.Children.Values.Select(c => new AskAfterChild(c)));
        t.Effects.AddRange(unanswered.Values.OrderBy(e => e.EventId).Select(Ask));
        t.ScheduleTask();
        t.VisibilityChanged = true;
    }

    /// <summary>What the workflow asked of others, and has no answer to yet, is asked again.</summary>
    private static IEffect Ask(HistoryEvent initiated) => initiated.EventType switch
    {
        EventType.StartChildWorkflowExecutionInitiated => new BearChild(initiated),
        EventType.SignalExternalWorkflowExecutionInitiated => new SendSignal(initiated),
        _ => new SendCancel(initiated),
    };

    private void FailTask(Transition t, string originRunId)
    {
        if (t.State.Task is not { } task)
        {
            throw Errors.Invalid($"Can only reset workflow to event ID in range [WorkflowTaskScheduled +1 , WorkflowTaskStarted + 1]: {FinishEventId}");
        }

        if (task.StartedTime is null)
        {
            task = task with { StartedEventId = t.State.NextEventId, Identity = ServiceNames.History, RequestId = NobodysRequest };
            t.Write(StartWorkflowTask.StartedEvent(task));
            t.EndBatch();
        }

        t.Write(new HistoryEvent
        {
            WorkflowTaskFailedEventAttributes = new()
            {
                ScheduledEventId = task.ScheduledEventId,
                StartedEventId = task.StartedEventId,
                Cause = WorkflowTaskFailedCause.ResetWorkflow,
                Failure = new Failure { Message = Reason, ResetWorkflowFailureInfo = new() },
                Identity = ServiceNames.History,
                BaseRunId = originRunId,
                NewRunId = t.Key.RunId,
            },
        });
        t.State = t.State with { Task = null };
    }
}
