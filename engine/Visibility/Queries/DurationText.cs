using System.Globalization;
using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>Reads a duration in one of the three ways of a query: <c>1h30m</c> (also with days), <c>01:30:00</c>, or a number of nanoseconds.</summary>
internal static partial class DurationText
{
    private static readonly Dictionary<string, decimal> NanosecondsOf = new()
    {
        ["ns"] = 1,
        ["us"] = 1_000,
        ["µs"] = 1_000,
        ["μs"] = 1_000,
        ["ms"] = 1_000_000,
        ["s"] = 1_000_000_000,
        ["m"] = 60_000_000_000,
        ["h"] = 3_600_000_000_000,
        ["d"] = 86_400_000_000_000,
    };

    public static bool TryParse(string text, out long nanoseconds)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out nanoseconds))
        {
            return true;
        }

        decimal total;
        if (Clock().Match(text) is { Success: true } clock)
        {
            total = (Number(clock, 1) * NanosecondsOf["h"]) + (Number(clock, 2) * NanosecondsOf["m"]) + (Number(clock, 3) * NanosecondsOf["s"]);
        }
        else if (Units().Match(text) is { Success: true } units)
        {
            total = units.Groups[2].Captures.Zip(units.Groups[3].Captures, (count, unit) => decimal.Parse(count.Value, CultureInfo.InvariantCulture) * NanosecondsOf[unit.Value]).Sum();
            total = units.Groups[1].Value == "-" ? -total : total;
        }
        else
        {
            return false;
        }

        nanoseconds = (long)decimal.Clamp(total, long.MinValue, long.MaxValue);
        return true;
    }

    private static decimal Number(Match match, int group) => decimal.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{1,6}):([0-5][0-9]):([0-5][0-9])\z")]
    private static partial Regex Clock();

    // The bounds keep every sum within a decimal.
    [GeneratedRegex(@"^([-+]?)(?:([0-9]{1,12}(?:\.[0-9]{1,9})?)(ns|us|µs|μs|ms|s|m|h|d)){1,10}\z")]
    private static partial Regex Units();
}
