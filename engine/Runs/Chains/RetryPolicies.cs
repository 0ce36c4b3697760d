using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Runs.Chains;

/// <summary>Retry policies of workflows and activities: what is refused, and what is filled in.</summary>
internal static class RetryPolicies
{
    private static readonly string[] KnownTimeouts = ["StartToClose", "ScheduleToStart", "ScheduleToClose", "Heartbeat"];

    /// <summary>Why a policy is refused; null when it is good.</summary>
    public static string? Fault(RetryPolicy? p)
    {
        if (p is null || p.MaximumAttempts == 1)
        {
            return null;
        }

        if (p.InitialInterval.IsNegative())
        {
            return "invalid InitialInterval set on retry policy: negative duration";
        }

        if (p.BackoffCoefficient is not 0 and < 1)
        {
            return "BackoffCoefficient cannot be less than 1 on retry policy.";
        }

        if (p.MaximumInterval.IsNegative())
        {
            return "invalid MaximumInterval set on retry policy: negative duration";
        }

        if (p.MaximumInterval.ToSpan() > TimeSpan.Zero && p.MaximumInterval.ToSpan() < p.InitialInterval.ToSpan())
        {
            return "MaximumInterval cannot be less than InitialInterval on retry policy.";
        }

        if (p.MaximumAttempts < 0)
        {
            return "MaximumAttempts cannot be negative on retry policy.";
        }

        return p.NonRetryableErrorTypes
            .Where(x => x.StartsWith(RetryDecision.TimeoutPrefix, StringComparison.Ordinal) && !KnownTimeouts.Contains(x[RetryDecision.TimeoutPrefix.Length..]))
            .Select(x => $"Invalid timeout type value: {x[RetryDecision.TimeoutPrefix.Length..]}.")
            .FirstOrDefault();
    }

    /// <summary>The policy with its empty fields at their defaults: 1 s, doubling, up to 100 times the first interval.</summary>
    public static RetryPolicy Filled(RetryPolicy given)
    {
        var p = given.Clone();
        if (p.InitialInterval.ToSpan() <= TimeSpan.Zero)
        {
            p.InitialInterval = TimeSpan.FromSeconds(1).ToDuration();
        }

        if (p.BackoffCoefficient == 0)
        {
            p.BackoffCoefficient = 2;
        }

        if (p.MaximumInterval.ToSpan() <= TimeSpan.Zero)
        {
            var initial = p.InitialInterval.ToSpan();
            p.MaximumInterval = (initial > TimeSpan.FromDays(3650) ? initial : initial * 100).ToDuration();
        }

        return p;
    }
}
