using FranceTravail.Parcours.Engine.Protocol;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

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
