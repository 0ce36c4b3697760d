using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Chains;

/// <summary>The run that follows one that ended: by retry, by cron, or because it continues as new.</summary>
internal static class Successors
{
    /// <summary>After a failure or timeout: a retry if the policy has one left, else the next cron run. Says how the retry was decided.</summary>
    public static RetryState AfterFailure(Transition t, Failure? failure)
    {
        var decision = RetryDecision.Make(t.Start.RetryPolicy, t.Start.Attempt, failure, t.Now, t.State.ExecutionExpiresAt);
        if (decision.State == RetryState.InProgress)
        {
            Follow(t, ContinueAsNewInitiator.Retry, decision.Delay < Pace(t) ? Pace(t) : decision.Delay, start =>
            {
                start.Attempt = t.Start.Attempt + 1;
                start.ContinuedFailure = failure;
                start.LastCompletionResult = null;
            });
        }
        else
        {
            ByCron(t, start => start.ContinuedFailure = failure);
        }

        return decision.State;
    }

    /// <summary>After a completion: the next cron run, if the workflow has a cron schedule.</summary>
    public static void AfterSuccess(Transition t, Payloads? result) => ByCron(t, start =>
    {
        start.ContinuedFailure = null;
        start.LastCompletionResult = result;
    });

    /// <summary>What is left of the shortest time between two runs' starts.</summary>
    public static TimeSpan Pace(Transition t)
    {
        var left = t.Limits.ChainPace - (t.Now - t.State.StartTime);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Sets the successor: like this run but for what the caller changes.</summary>
    public static void Follow(Transition t, ContinueAsNewInitiator initiator, TimeSpan backoff, Action<WorkflowExecutionStartedEventAttributes> change)
    {
        var runId = t.Chance.NewId();
        var start = t.Start.Clone();
        start.ContinuedExecutionRunId = t.Key.RunId;
        start.OriginalExecutionRunId = runId;
        start.Initiator = initiator;
        start.Attempt = 1;
        start.Identity = "";
        start.EagerExecutionAccepted = false;
        start.FirstWorkflowTaskBackoff = backoff.ToDurationOrNone();
        start.PrevAutoResetPoints = Builds.Inherited(t);
        start.VersioningOverride = t.State.VersioningOverride;
        start.Priority = t.State.PriorityOf(t.Start);
        change(start);
        t.Successor = new NewRun { Key = t.Key with { RunId = runId }, Start = start, RequestId = t.Chance.NewId(), ScheduledBy = t.State.ScheduledBy };
    }

    private static void ByCron(Transition t, Action<WorkflowExecutionStartedEventAttributes> change)
    {
        if (t.Start.CronSchedule.Length == 0 || !CronSchedule.TryParse(t.Start.CronSchedule, out var cron))
        {
            return;
        }

        var began = t.State.StartTime.After(t.Start.FirstWorkflowTaskBackoff.ToSpan());
        if (cron.Next(began, t.Now) is { } next && !(next >= t.State.ExecutionExpiresAt))
        {
            Follow(t, ContinueAsNewInitiator.CronSchedule, next - t.Now, change);
        }
    }
}
