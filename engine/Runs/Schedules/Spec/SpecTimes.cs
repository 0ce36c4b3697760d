using Temporalio.Api.Schedule.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>The times of a canonical specification.</summary>
internal sealed class SpecTimes
{
    /// <summary>Calendars and intervals looked at, at most: a specification that matches hardly ever ends like one that matches never.</summary>
    private const int Patience = 300_000;

    private readonly CalendarTimes[] calendars;
    private readonly CalendarTimes[] exclusions;
    private readonly (long Length, long Phase)[] intervals;
    private readonly DateTimeOffset start;
    private readonly DateTimeOffset end;
    private readonly TimeSpan jitter;
    private readonly string seed;
    private int left = Patience;

    /// <param name="spec">The specification, in its canonical form.</param>
    /// <param name="seed">What the jitter depends on, beside the time.</param>
    public SpecTimes(ScheduleSpec spec, string seed)
    {
        var zone = Zone.Find(spec.TimezoneName) ?? Zone.Utc;
        calendars = [.. spec.StructuredCalendar.Select(c => new CalendarTimes(c, zone))];
        exclusions = [.. spec.ExcludeStructuredCalendar.Select(c => new CalendarTimes(c, zone))];
        intervals = [.. spec.Interval.Select(i => ((long)i.Interval.ToSpan().TotalSeconds, (long)i.Phase.ToSpan().TotalSeconds))];
        start = spec.StartTime?.ToMoment() is { } given && given > DateTimeOffset.UnixEpoch ? given : DateTimeOffset.UnixEpoch;
        end = spec.EndTime?.ToMoment() ?? DateTimeOffset.MaxValue;
        jitter = spec.Jitter.ToSpan();
        this.seed = seed;
    }

    /// <summary>The first time whose nominal moment is after another moment; null when there is none.</summary>
    public ScheduledTime? After(DateTimeOffset moment)
    {
        // The first second of the specification's own range may be one of its times.
        var after = (moment < start ? start.AddSeconds(-1) : moment).ToUnixTimeSeconds();
        while (Next(after) is { } next)
        {
            var nominal = DateTimeOffset.FromUnixTimeSeconds(next);
            if (nominal > end)
            {
                return null;
            }

            if (exclusions.FirstOrDefault(e => e.Matches(next)) is { } exclusion)
            {
                after = exclusion.MatchesUntil(next);
                continue;
            }

            return new ScheduledTime(nominal, nominal + Delay(next));
        }

        return null;
    }

    /// <summary>All times after a moment, in order.</summary>
    public IEnumerable<ScheduledTime> AllAfter(DateTimeOffset moment)
    {
        while (After(moment) is { } time)
        {
            yield return time;
            moment = time.Nominal;
        }
    }

    /// <summary>The time whose nominal moment has come and whose jitter is not over; null when there is none.</summary>
    public ScheduledTime? StillToCome(DateTimeOffset now)
    {
        // No jitter goes beyond the next time, so only the last one can be meant: it is sought further and further back.
        for (var window = TimeSpan.FromSeconds(1); jitter > TimeSpan.Zero; window *= 2)
        {
            ScheduledTime? last = null;
            foreach (var time in AllAfter(now - Runs.Times.Min(window, jitter) - TimeSpan.FromSeconds(1)).TakeWhile(time => time.Nominal <= now))
            {
                last = time;
            }

            if (last is not null || window >= jitter)
            {
                return last is { } found && found.Actual > now ? found : null;
            }
        }

        return null;
    }

    /// <summary>Never so long that a time would come after the next one.</summary>
    private TimeSpan Delay(long nominal) => jitter <= TimeSpan.Zero
        ? TimeSpan.Zero
        : Jitter.Of(seed, nominal, Next(nominal) is { } following ? Times.Min(jitter, TimeSpan.FromSeconds(following - nominal)) : jitter);

    private long? Next(long after)
    {
        left -= 1 + calendars.Length + exclusions.Length + intervals.Length;
        if (left < 0)
        {
            return null;
        }

        long? next = null;
        foreach (var calendar in calendars)
        {
            next = calendar.After(after) is { } time && !(time >= next) ? time : next;
        }

        foreach (var (length, phase) in intervals)
        {
            var time = after - WallWalk.Within(after - phase, length) + length;
            next = time >= next ? next : time;
        }

        return next <= LastMoment ? next : null;
    }

    private static readonly long LastMoment = new DateTimeOffset(CalendarField.LastYear, 12, 31, 23, 59, 59, TimeSpan.Zero).ToUnixTimeSeconds();
}
