using FranceTravail.Parcours.Engine.Protocol;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>A worker completed an activity.</summary>
internal sealed record CompleteActivity(ActivityRef Activity, Payloads? Result, string Identity) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var a = Activity.Find(t, evenUnstarted: true);
        if (Result is not null && Result.CalculateSize() > t.Limits.BlobSize)
        {
            FailActivity.TooLarge(t, a, "Complete result exceeds size limit.", Identity);
            return true;
        }

        if (!a.Started)
        {
            a = a with { StartedTime = t.Now, Identity = Identity };
        }

        t.End(a, startedId => new HistoryEvent
        {
            ActivityTaskCompletedEventAttributes = new() { ScheduledEventId = a.ScheduledEventId, StartedEventId = startedId, Identity = Identity, Result = Result },
        });
        return true;
    }
}

/// <summary>A worker reports that an attempt failed. Answers the failure in the form it was kept when it was too large.</summary>
internal sealed record FailActivity(ActivityRef Activity, Failure? Failure, Payloads? Details, string Identity) : IRunInput<Failure?>
{
    public Failure? Apply(Transition t)
    {
        var a = Activity.Find(t);
        if (Failure is not null && Failure.FailureInfoCase != Temporalio.Api.Failure.V1.Failure.FailureInfoOneofCase.ApplicationFailureInfo)
        {
            throw Errors.Invalid("Failure must have ApplicationFailureInfo.");
        }

        if (Details is not null)
        {
            a = a with { HeartbeatDetails = Details };
        }

        if (Failure is not null && Failure.CalculateSize() > t.Limits.BlobSize)
        {
            var cut = ActivityEnding.TooLarge(Failure, nonRetryable: true);
            t.End(a, startedId => Event(a, startedId, cut, RetryState.NonRetryableFailure, Identity));
            return cut;
        }

        t.Fail(a, Failure, (startedId, retry) => Event(a, startedId, Failure, retry, Identity));
        return null;
    }

    /// <summary>Ends an activity whose answer is too large to be kept.</summary>
    public static void TooLarge(Transition t, Activity a, string message, string identity) => t.End(a, startedId => Event(
        a,
        startedId,
        new Failure { Message = message, Source = ServiceNames.Server, ServerFailureInfo = new() { NonRetryable = true } },
        RetryState.NonRetryableFailure,
        identity));

    private static HistoryEvent Event(Activity a, long startedId, Failure? failure, RetryState retry, string identity) => new()
    {
        ActivityTaskFailedEventAttributes = new()
        {
            ScheduledEventId = a.ScheduledEventId,
            StartedEventId = startedId,
            Failure = failure,
            Identity = identity,
            RetryState = retry,
        },
    };
}

/// <summary>A worker reports that it stopped an activity as it was asked to.</summary>
internal sealed record CancelledActivity(ActivityRef Activity, Payloads? Details, string Identity) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var a = Activity.Find(t);
        if (!a.CancelRequested)
        {
            throw Errors.Invalid("unable to mark activity as canceled without activity being request canceled first");
        }

        t.End(a, startedId => new HistoryEvent
        {
            ActivityTaskCanceledEventAttributes = new()
            {
                Details = Details,
                LatestCancelRequestedEventId = a.CancelRequestedEventId,
                ScheduledEventId = a.ScheduledEventId,
                StartedEventId = startedId,
                Identity = Identity,
            },
        });
        return true;
    }
}

/// <summary>What a worker learns from its heartbeat.</summary>
internal sealed record HeartbeatAnswer(bool CancelRequested, bool Paused, bool Reset);

/// <summary>A worker says that it is still at it.</summary>
internal sealed record RecordHeartbeat(ActivityRef Activity, Payloads? Details, string Identity) : IRunInput<HeartbeatAnswer>
{
    public HeartbeatAnswer Apply(Transition t)
    {
        var a = Activity.Find(t);
        if (Details is not null && Details.CalculateSize() > t.Limits.BlobSize)
        {
            FailActivity.TooLarge(t, a, "Heartbeat details exceed size limit.", Identity);
            return new HeartbeatAnswer(true, false, false);
        }

        t.Put(a with { LastHeartbeatTime = t.Now, HeartbeatDetails = Details });
        return new HeartbeatAnswer(a.CancelRequested, a.Pause is not null, a.ResetRequested);
    }
}
