using Cronos;

namespace FranceTravail.Parcours.Engine.Runs.Chains;

/// <summary>The cron schedule of a workflow: five fields or a macro, <c>@every</c> with a Go duration, and a zone before it.</summary>
internal sealed class CronSchedule
{
    private readonly TimeZoneInfo zone;
    private readonly CronExpression? expression;
    private readonly TimeSpan every;

    private CronSchedule(TimeZoneInfo zone, CronExpression? expression, TimeSpan every)
    {
        this.zone = zone;
        this.expression = expression;
        this.every = every;
    }

    public static CronSchedule Parse(string text) => TryParse(text, out var schedule) ? schedule : throw new FormatException("invalid CronSchedule.");

    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out CronSchedule? schedule)
    {
        schedule = null;
        var rest = text.Trim();
        var zone = TimeZoneInfo.Utc;
        if (rest.StartsWith("CRON_TZ=", StringComparison.Ordinal) || rest.StartsWith("TZ=", StringComparison.Ordinal))
        {
            var space = rest.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || !TimeZoneInfo.TryFindSystemTimeZoneById(rest[(rest.IndexOf('=', StringComparison.Ordinal) + 1)..space], out var named))
            {
                return false;
            }

            zone = named;
            rest = rest[(space + 1)..].Trim();
        }

        if (rest.StartsWith("@every", StringComparison.Ordinal))
        {
            if (!GoDuration.TryParse(rest["@every".Length..].Trim(), out var every) || every < TimeSpan.FromSeconds(1))
            {
                return false;
            }

            schedule = new CronSchedule(zone, null, TimeSpan.FromSeconds(Math.Floor(every.TotalSeconds)));
            return true;
        }

        var macro = rest.StartsWith('@');
        if ((!macro && rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length != 5) || !CronExpression.TryParse(rest, out var expression))
        {
            return false;
        }

        schedule = new CronSchedule(zone, expression, TimeSpan.Zero);
        return true;
    }

    /// <summary>The next time after a moment.</summary>
    public DateTimeOffset? After(DateTimeOffset t) => Next(t, t);

    /// <summary>The next time after a run that began and ended then.</summary>
    public DateTimeOffset? Next(DateTimeOffset began, DateTimeOffset ended) => expression is not null
        ? expression.GetNextOccurrence(ended, zone)
        : began + (every * (Math.Floor((ended - began) / every) + 1));
}
