using Temporalio.Api.Activity.V1;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>An open activity. Its input stays in the history, in the scheduled event.</summary>
internal sealed record Activity : IWeighed
{
    public required string ActivityId { get; init; }

    public required string TypeName { get; init; }

    public required string TaskQueue { get; init; }

    public required long ScheduledEventId { get; init; }

    public required DateTimeOffset FirstScheduledTime { get; init; }

    /// <summary>When the current attempt was, or will be, handed to the queue.</summary>
    public required DateTimeOffset ScheduledTime { get; init; }

    public required RetryPolicy RetryPolicy { get; init; }

    public TimeSpan ScheduleToClose { get; init; }

    public TimeSpan ScheduleToStart { get; init; }

    public TimeSpan StartToClose { get; init; }

    public TimeSpan Heartbeat { get; init; }

    public int Attempt { get; init; } = 1;

    /// <summary>Names the attempt in tokens.</summary>
    public required long Serial { get; init; }

    /// <summary>True while the attempt waits for its backoff and is not in the queue.</summary>
    public bool Waiting { get; init; }

    public DateTimeOffset? StartedTime { get; init; }

    public string Identity { get; init; } = "";

    public string RequestId { get; init; } = "";

    public string LastIdentity { get; init; } = "";

    public DateTimeOffset? LastAttemptEndTime { get; init; }

    public DateTimeOffset? LastHeartbeatTime { get; init; }

    public Payloads? HeartbeatDetails { get; init; }

    public Failure? LastFailure { get; init; }

    /// <summary>Id of the cancel requested event; 0 when none.</summary>
    public long CancelRequestedEventId { get; init; }

    /// <summary>Its priority; null when it says none of its own. Not named so: states that were kept before have a number under that name.</summary>
    public Priority? Order { get; init; }

    public ActivityPause? Pause { get; init; }

    /// <summary>The options with which it was scheduled, once others were set; null while it has them.</summary>
    public ActivityOptions? Original { get; init; }

    /// <summary>A reset was asked while an attempt ran: its worker hears of it.</summary>
    public bool ResetRequested { get; init; }

    public bool ResetHeartbeat { get; init; }

    public bool Started => StartedTime is not null;

    /// <summary>The activity that a scheduled event tells of, at its first attempt.</summary>
    public static Activity Of(HistoryEvent scheduled, long serial, DateTimeOffset now)
    {
        var a = scheduled.ActivityTaskScheduledEventAttributes;
        return new Activity
        {
            ActivityId = a.ActivityId,
            TypeName = a.ActivityType.Name,
            TaskQueue = a.TaskQueue.Name,
            ScheduledEventId = scheduled.EventId,
            FirstScheduledTime = now,
            ScheduledTime = now,
            RetryPolicy = a.RetryPolicy,
            ScheduleToClose = a.ScheduleToCloseTimeout.ToSpan(),
            ScheduleToStart = a.ScheduleToStartTimeout.ToSpan(),
            StartToClose = a.StartToCloseTimeout.ToSpan(),
            Heartbeat = a.HeartbeatTimeout.ToSpan(),
            Serial = serial,
            Order = a.Priority,
        };
    }

    public int Weight => 500 + (HeartbeatDetails?.CalculateSize() ?? 0) + (LastFailure?.CalculateSize() ?? 0);

    public bool CancelRequested => CancelRequestedEventId > 0;
}
