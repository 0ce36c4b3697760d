using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>A worker reports that an attempt failed. Answers what was too large in it, in the form in which it was kept.</summary>
internal sealed record FailActivity(ActivityRef Activity, Failure? Failure, Payloads? Details, string Identity) : IRunInput<IReadOnlyList<Failure>>
{
    public const string DetailsTooLarge = "Heartbeat details exceed size limit.";

    public IReadOnlyList<Failure> Apply(Transition t)
    {
        List<Failure> refused = [];
        var a = Activity.Find(t);
        if (Failure is not null && Failure.FailureInfoCase != Temporalio.Api.Failure.V1.Failure.FailureInfoOneofCase.ApplicationFailureInfo)
        {
            throw Errors.Invalid("Failure must have ApplicationFailureInfo.");
        }

        if (Details?.CalculateSize() > t.Limits.BlobSize)
        {
            refused.Add(Fault(DetailsTooLarge));
        }
        else if (Details is not null)
        {
            a = a with { HeartbeatDetails = Details };
        }

        if (Failure is not null && Failure.CalculateSize() > t.Limits.BlobSize)
        {
            var cut = ActivityEnding.TooLarge(Failure, t.Limits.LargeBlobSize, nonRetryable: true);
            t.End(a, startedId => Event(a, startedId, cut, RetryState.NonRetryableFailure, Identity));
            return [.. refused, cut];
        }

        t.Fail(a, Failure, (startedId, retry) => Event(a, startedId, Failure, retry, Identity));
        return refused;
    }

    /// <summary>Ends an activity whose answer is too large to be kept.</summary>
    public static void TooLarge(Transition t, Activity a, string message, string identity) => t.End(a, startedId => Event(
        a,
        startedId,
        Fault(message),
        RetryState.NonRetryableFailure,
        identity));

    private static Failure Fault(string message) => new() { Message = message, Source = ServiceNames.Server, ServerFailureInfo = new() { NonRetryable = true } };

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
