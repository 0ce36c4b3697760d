using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace FranceTravail.Parcours.Engine.Runs.Chains;

/// <summary>Whether and when something that failed is tried again. State <see cref="RetryState.InProgress"/> means: after the delay.</summary>
internal readonly record struct RetryDecision(RetryState State, TimeSpan Delay)
{
    public const string TimeoutPrefix = "TemporalTimeout:";

    /// <summary>Decides on a failed attempt.</summary>
    /// <param name="policy">The policy, with its defaults filled in; null means no retry.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="failure">How it failed; null counts as retryable.</param>
    /// <param name="now">The moment of the failure.</param>
    /// <param name="expires">After this no attempt may start.</param>
    public static RetryDecision Make(RetryPolicy? policy, int attempt, Failure? failure, DateTimeOffset now, DateTimeOffset? expires)
    {
        if (policy is null)
        {
            return new(RetryState.RetryPolicyNotSet, TimeSpan.Zero);
        }

        if (!Retryable(failure, policy))
        {
            return new(RetryState.NonRetryableFailure, TimeSpan.Zero);
        }

        if (policy.MaximumAttempts > 0 && attempt >= policy.MaximumAttempts)
        {
            return new(RetryState.MaximumAttemptsReached, TimeSpan.Zero);
        }

        var delay = failure?.ApplicationFailureInfo?.NextRetryDelay is { } asked ? asked.ToSpan() : Backoff(policy, attempt);
        return expires is { } end && now.After(delay) > end ? new(RetryState.Timeout, TimeSpan.Zero) : new(RetryState.InProgress, delay);
    }

    /// <summary>The interval after the given attempt.</summary>
    public static TimeSpan Backoff(RetryPolicy policy, int attempt)
    {
        var longest = policy.MaximumInterval.ToSpan();
        var seconds = policy.InitialInterval.ToSpan().TotalSeconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return double.IsFinite(seconds) && seconds < longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : longest;
    }

    private static bool Retryable(Failure? failure, RetryPolicy policy) => failure?.FailureInfoCase switch
    {
        Failure.FailureInfoOneofCase.TerminatedFailureInfo or Failure.FailureInfoOneofCase.CanceledFailureInfo => false,
        Failure.FailureInfoOneofCase.TimeoutFailureInfo => failure.TimeoutFailureInfo.TimeoutType is TimeoutType.StartToClose or TimeoutType.Heartbeat
            && !policy.NonRetryableErrorTypes.Contains(TimeoutPrefix + failure.TimeoutFailureInfo.TimeoutType),
        Failure.FailureInfoOneofCase.ServerFailureInfo => !failure.ServerFailureInfo.NonRetryable,
        Failure.FailureInfoOneofCase.ApplicationFailureInfo => !failure.ApplicationFailureInfo.NonRetryable
            && !policy.NonRetryableErrorTypes.Contains(failure.ApplicationFailureInfo.Type),
        _ => true,
    };
}
