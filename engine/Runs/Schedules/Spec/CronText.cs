using FranceTravail.Parcours.Engine.Runs.Chains;
using Temporalio.Api.Schedule.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>Reads a cron text: a calendar of five to seven fields or by name, or <c>@every</c> with an interval.</summary>
/// <param name="Calendar">The calendar, if it is one.</param>
/// <param name="Interval">The interval, if it is one.</param>
/// <param name="Zone">The time zone that it names; empty for none.</param>
internal sealed record CronText(StructuredCalendarSpec? Calendar, IntervalSpec? Interval, string Zone)
{
    private const string Every = "@every";

    public static CronText Read(string text)
    {
        text = text.Trim();
        var zone = "";
        if (text.StartsWith("TZ=", StringComparison.Ordinal) || text.StartsWith("CRON_TZ=", StringComparison.Ordinal))
        {
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0)
            {
                throw SpecFault.Of("CronString has time zone but missing fields");
            }

            zone = text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..space];
            text = text[(space + 1)..];
        }

        var sharp = text.IndexOf('#', StringComparison.Ordinal);
        var comment = sharp < 0 ? "" : text[(sharp + 1)..].Trim();
        text = (sharp < 0 ? text : text[..sharp]).Trim();
        return text.StartsWith(Every, StringComparison.Ordinal)
            ? new CronText(null, ReadInterval(text), "")
            : new CronText(CanonicalSpec.Structured(ReadFields(Unfolded(text), comment)), null, zone);
    }

    private static string Unfolded(string text) => text switch
    {
        "@yearly" or "@annually" => "0 0 1 1 *",
        "@monthly" => "0 0 1 * *",
        "@weekly" => "0 0 * * 0",
        "@daily" or "@midnight" => "0 0 * * *",
        "@hourly" => "0 * * * *",
        _ => text,
    };

    private static CalendarSpec ReadFields(string text, string comment)
    {
        var calendar = new CalendarSpec { Comment = comment };
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is < 5 or > 7)
        {
            throw SpecFault.Of("CronString does not have 5-7 fields");
        }

        if (fields.Length == 7)
        {
            calendar.Second = fields[0];
            fields = fields[1..];
        }

        (calendar.Minute, calendar.Hour, calendar.DayOfMonth, calendar.Month, calendar.DayOfWeek) = (fields[0], fields[1], fields[2], fields[3], fields[4]);
        calendar.Year = fields.Length == 6 ? fields[5] : "";
        return calendar;
    }

    private static IntervalSpec ReadInterval(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            throw SpecFault.Of($"CronString does not have interval after {Every}");
        }

        var parts = text[(space + 1)..].Split('/', 2);
        return new IntervalSpec { Interval = ReadDuration(parts[0]).ToDuration(), Phase = parts.Length == 2 && parts[1].Length > 0 ? ReadDuration(parts[1]).ToDuration() : null };
    }

    private static TimeSpan ReadDuration(string text) => GoDuration.TryParse(text, out var duration)
        ? duration
        : throw SpecFault.Of(text.Length > 0 && text.All(char.IsAsciiDigit) ? $"time: missing unit in duration \"{text}\"" : $"time: invalid duration \"{text}\"");
}
