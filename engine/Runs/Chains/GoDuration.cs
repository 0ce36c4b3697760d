using System.Globalization;
using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Engine.Runs.Chains;

/// <summary>Durations as Go writes them: <c>1h30m</c>, <c>1.5s</c>, <c>300ms</c>.</summary>
internal static partial class GoDuration
{
    private static readonly Dictionary<string, double> Seconds = new(StringComparer.Ordinal)
    {
        ["ns"] = 1e-9,
        ["us"] = 1e-6,
        ["µs"] = 1e-6,
        ["ms"] = 1e-3,
        ["s"] = 1,
        ["m"] = 60,
        ["h"] = 3600,
        ["d"] = 86_400,
    };

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var match = Form().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var total = match.Groups["number"].Captures
            .Zip(match.Groups["unit"].Captures, (n, u) => double.Parse(n.Value, CultureInfo.InvariantCulture) * Seconds[u.Value])
            .Sum();
        if (!double.IsFinite(total) || total > TimeSpan.FromDays(365_000).TotalSeconds)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds(match.Groups["sign"].Value == "-" ? -total : total);
        return true;
    }

    [GeneratedRegex(@"^(?<sign>[+-]?)(?:(?<number>\d{1,15}(?:\.\d{1,9})?)(?<unit>ns|us|µs|ms|s|m|h|d))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
