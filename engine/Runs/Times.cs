using FranceTravail.Parcours.Engine.Refusals;
using Google.Protobuf.WellKnownTypes;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>Durations and moments between the protocol's form and .NET's, without surprises at the ends of the scale.</summary>
internal static class Times
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365 * 1000);

    public static Timestamp ToTimestamp(this DateTimeOffset t) => Timestamp.FromDateTimeOffset(t);

    public static Duration ToDuration(this TimeSpan t) => Duration.FromTimeSpan(t);

    /// <summary>A duration, none when it is zero.</summary>
    public static Duration? ToDurationOrNone(this TimeSpan t) => t == TimeSpan.Zero ? null : Duration.FromTimeSpan(t);

    /// <summary>Zero when unset; cut at a thousand years; negative values stay negative.</summary>
    public static TimeSpan ToSpan(this Duration? d)
    {
        if (d is null)
        {
            return TimeSpan.Zero;
        }

        if (d.Seconds < 0 || d.Nanos < 0)
        {
            return TimeSpan.FromTicks(-1);
        }

        return d.Seconds >= Longest.TotalSeconds ? Longest : TimeSpan.FromTicks((d.Seconds * TimeSpan.TicksPerSecond) + (d.Nanos / 100));
    }

    public static bool IsNegative(this Duration? d) => d is not null && (d.Seconds < 0 || d.Nanos < 0);

    /// <summary>The moment a span later; the last moment of the calendar when it lies beyond.</summary>
    public static DateTimeOffset After(this DateTimeOffset t, TimeSpan span) =>
        span > DateTimeOffset.MaxValue - t ? DateTimeOffset.MaxValue : t + span;

    public static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null ? b : b is null ? a : a < b ? a : b;

    public static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <summary>A moment of the protocol; INVALID_ARGUMENT when it is outside the calendar.</summary>
    public static DateTimeOffset ToMoment(this Timestamp t)
    {
        try
        {
            return t.ToDateTimeOffset();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new Refusal(RefusalKind.InvalidArgument, "Invalid timestamp.");
        }
    }
}
