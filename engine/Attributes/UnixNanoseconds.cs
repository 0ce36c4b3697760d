using System.Globalization;
using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Engine.Attributes;

/// <summary>Moments and durations as the nanoseconds that columns hold and queries compare; a moment outside 1677–2262 takes the nearest bound.</summary>
internal static partial class UnixNanoseconds
{
    private const long PerTick = 100;
    private const long PerSecond = 1_000_000_000;

    public static long From(DateTimeOffset moment) => Clamp((Int128)(moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * PerTick);

    public static long From(TimeSpan duration) => Clamp((Int128)duration.Ticks * PerTick);

    public static DateTimeOffset ToMoment(long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / PerTick);

    public static TimeSpan ToDuration(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / PerTick);

    /// <summary>Reads RFC 3339 with up to nine digits of a second: finer than a <see cref="DateTimeOffset"/> holds.</summary>
    public static bool TryParseMoment(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        var match = Rfc3339().Match(text);
        if (!match.Success || !DateTimeOffset.TryParseExact(
            match.Groups["date"].Value + match.Groups["zone"].Value, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var second))
        {
            return false;
        }

        var fraction = match.Groups["fraction"].Value.PadRight(9, '0');
        nanoseconds = Clamp(((Int128)second.ToUnixTimeSeconds() * PerSecond) + int.Parse(fraction, CultureInfo.InvariantCulture));
        return true;
    }

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?<fraction>[0-9]{1,9}))?(?<zone>Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc3339();

    // The largest value stands for "still open" in the order of lists.
    private static long Clamp(Int128 value) => (long)Int128.Clamp(value, long.MinValue, long.MaxValue - 1);
}
