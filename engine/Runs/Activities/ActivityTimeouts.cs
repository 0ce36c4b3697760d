using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>The deadlines of an activity: the four timeouts, and the end of a retry's backoff.</summary>
internal static class ActivityTimeouts
{
    /// <summary>The next deadline of an activity: the type is null when it is the end of a backoff.</summary>
    public static (DateTimeOffset At, TimeoutType? Type)? Next(Activity a)
    {
        (DateTimeOffset At, TimeoutType? Type)? next = null;
        Consider(a.ScheduleToClose > TimeSpan.Zero, a.FirstScheduledTime, a.ScheduleToClose, TimeoutType.ScheduleToClose);
        if (a.StartedTime is { } started)
        {
            Consider(a.StartToClose > TimeSpan.Zero, started, a.StartToClose, TimeoutType.StartToClose);
            Consider(a.Heartbeat > TimeSpan.Zero, a.LastHeartbeatTime ?? started, a.Heartbeat, TimeoutType.Heartbeat);
        }
        else if (a.Pause is null)
        {
            if (a.Waiting)
            {
                Consider(true, a.ScheduledTime, TimeSpan.Zero, null);
            }
            else
            {
                Consider(a.ScheduleToStart > TimeSpan.Zero, a.ScheduledTime, a.ScheduleToStart, TimeoutType.ScheduleToStart);
            }
        }

        return next;

        void Consider(bool set, DateTimeOffset from, TimeSpan after, TimeoutType? type)
        {
            if (set && from.After(after) is var at && (next is null || at < next.Value.At))
            {
                next = (at, type);
            }
        }
    }

    /// <summary>The deadline of the activity has come.</summary>
    public static void Fire(Transition t, Activity a, TimeoutType? type)
    {
        if (type is not { } kind)
        {
            t.Dispatch(a);
            return;
        }

        if (kind is TimeoutType.ScheduleToStart or TimeoutType.ScheduleToClose)
        {
            var exhausted = kind == TimeoutType.ScheduleToClose && a.Attempt > 1;
            t.End(a, startedId => Event(a, startedId, Failure(a, kind, exhausted), a.CancelRequested ? RetryState.CancelRequested : RetryState.Timeout));
            return;
        }

        var failure = Failure(a, kind, exhausted: false);
        var kept = failure.Clone();
        kept.Cause = null;
        if (kind == TimeoutType.Heartbeat)
        {
            kept.TimeoutFailureInfo.LastHeartbeatDetails = null;
        }

        t.Fail(a, kept, (startedId, retry) => Event(
            a, startedId, retry == RetryState.Timeout ? Failure(a, TimeoutType.ScheduleToClose, exhausted: true) : failure, retry));
    }

    private static Failure Failure(Activity a, TimeoutType kind, bool exhausted) => new()
    {
        Message = exhausted
            ? "Not enough time to schedule next retry before activity ScheduleToClose timeout, giving up retrying"
            : $"activity {kind} timeout",
        Source = ServiceNames.Server,
        TimeoutFailureInfo = new() { TimeoutType = kind, LastHeartbeatDetails = a.HeartbeatDetails },
        Cause = a.LastFailure,
    };

    private static HistoryEvent Event(Activity a, long startedId, Failure failure, RetryState retry) => new()
    {
        ActivityTaskTimedOutEventAttributes = new() { ScheduledEventId = a.ScheduledEventId, StartedEventId = startedId, Failure = failure, RetryState = retry },
    };
}
