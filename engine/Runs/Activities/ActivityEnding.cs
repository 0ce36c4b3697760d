using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Chains;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>How attempts and activities end.</summary>
internal static class ActivityEnding
{
    /// <summary>Failures above this size are cut short where only the last one is kept.</summary>
    private const int KeptFailureSize = 4096;

    public static void Put(this Transition t, Activity a) => t.State = t.State with { Activities = t.State.Activities.SetItem(a.ScheduledEventId, a) };

    /// <summary>The started attempt that a token names.</summary>
    public static Activity Started(this Transition t, long scheduledEventId, long serial)
    {
        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        return t.State.Activities.TryGetValue(scheduledEventId, out var a) && a.Started && a.Serial == serial ? a : throw Errors.ActivityUnknown();
    }

    /// <summary>Writes the started event of the attempt that ends the activity, then the closing event; the workflow gets a task.</summary>
    public static void End(this Transition t, Activity a, Func<long, HistoryEvent> closing)
    {
        long startedId = 0;
        if (a.Started)
        {
            // It bears the moment when the attempt began: timelines are drawn from it.
            var began = new HistoryEvent
            {
                ActivityTaskStartedEventAttributes = new()
                {
                    ScheduledEventId = a.ScheduledEventId,
                    Identity = a.Identity,
                    RequestId = a.RequestId,
                    Attempt = a.Attempt,
                    LastFailure = a.LastFailure,
                },
            };
            startedId = t.Record(began, a.StartedTime).EventId;
        }

        t.Record(closing(startedId));
        t.State = t.State with { Activities = t.State.Activities.Remove(a.ScheduledEventId) };
        PauseInfo.Renew(t);
        t.ScheduleTask();
    }

    /// <summary>Ends an attempt that failed: tries again, waits while paused, or ends the activity.</summary>
    public static void Fail(this Transition t, Activity a, Failure? failure, Func<long, RetryState, HistoryEvent> closing)
    {
        var decision = a.CancelRequested
            ? new RetryDecision(RetryState.CancelRequested, TimeSpan.Zero)
            : RetryDecision.Make(a.RetryPolicy, a.Attempt, failure, t.Now, a.ScheduleToClose > TimeSpan.Zero ? a.FirstScheduledTime.After(a.ScheduleToClose) : null);
        if (a.Pause is not null && decision.State is RetryState.MaximumAttemptsReached or RetryState.Timeout)
        {
            // Nothing runs out while it is paused: what becomes of it is seen when it may go on.
            t.Again(a, failure, TimeSpan.Zero);
            return;
        }

        if (decision.State != RetryState.InProgress)
        {
            t.End(a, startedId => closing(startedId, decision.State));
            return;
        }

        t.Again(a, failure, decision.Delay);
    }

    /// <summary>Puts the next attempt on its way.</summary>
    public static void Again(this Transition t, Activity a, Failure? failure, TimeSpan delay)
    {
        var next = a with
        {
            Attempt = a.Attempt + 1,
            Serial = t.State.Serial + 1,
            ScheduledTime = t.Now.After(delay),
            Waiting = true,
            StartedTime = null,
            LastAttemptEndTime = t.Now,
            LastHeartbeatTime = null,
            HeartbeatDetails = a.ResetHeartbeat ? null : a.HeartbeatDetails,
            LastFailure = Kept(failure),
            ResetRequested = false,
            ResetHeartbeat = false,
        };
        t.State = t.State with { Serial = next.Serial };
        t.Put(next);
        if (delay <= TimeSpan.Zero)
        {
            t.Dispatch(next);
        }
    }

    /// <summary>Puts a waiting attempt into its queue.</summary>
    public static void Dispatch(this Transition t, Activity a)
    {
        var ready = a with { Waiting = false };
        t.Put(ready);
        if (ActivityTickets.Ready(ready))
        {
            t.Tickets.Add(ActivityTickets.For(t.Run, ready));
        }
    }

    /// <summary>Hands an attempt out anew, under a name of its own, as soon as it is not paused.</summary>
    /// <param name="t">The transition.</param>
    /// <param name="a">The activity.</param>
    /// <param name="attempt">Number of the attempt.</param>
    /// <param name="jitter">By how much it may be later, by chance, so that many do not come at once.</param>
    public static void Renew(this Transition t, Activity a, int attempt, TimeSpan jitter = default)
    {
        var at = jitter > TimeSpan.Zero ? t.Now.After(jitter * t.Chance.Next()) : t.Now;
        var next = a with { Attempt = attempt, Serial = t.State.Serial + 1, ScheduledTime = at, Waiting = at > t.Now };
        t.State = t.State with { Serial = next.Serial };
        if (next.Waiting)
        {
            t.Put(next);
        }
        else
        {
            t.Dispatch(next);
        }
    }

    private static Failure? Kept(Failure? failure)
    {
        if (failure is null || failure.CalculateSize() <= KeptFailureSize)
        {
            return failure;
        }

        return TooLarge(failure, KeptFailureSize, nonRetryable: false);
    }

    /// <summary>Stands for a failure that is too large: the failure itself, cut short, is its cause.</summary>
    public static Failure TooLarge(Failure failure, int size, bool nonRetryable)
    {
        var cut = new Failure
        {
            Message = failure.Message.Length > size - 24 ? failure.Message[..(size - 24)] : failure.Message,
            Source = failure.Source,
            ApplicationFailureInfo = failure.ApplicationFailureInfo is { } info ? new() { Type = info.Type, NonRetryable = info.NonRetryable } : null,
        };
        return new Failure { Message = "Failure exceeds size limit.", Source = ServiceNames.Server, ServerFailureInfo = new() { NonRetryable = nonRetryable }, Cause = cut };
    }
}
