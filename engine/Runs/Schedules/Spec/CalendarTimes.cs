using Google.Protobuf.Collections;
using Temporalio.Api.Schedule.V1;
using FieldRange = Temporalio.Api.Schedule.V1.Range;

namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>The times of one structured calendar in its zone, in whole seconds from 1970. Each field is a set of bits.</summary>
internal sealed class CalendarTimes(StructuredCalendarSpec calendar, Zone zone)
{
    private const ulong Sixty = (1UL << 60) - 1;

    private readonly ulong second = (ulong)Bits(calendar.Second);
    private readonly ulong minute = (ulong)Bits(calendar.Minute);
    private readonly ulong hour = (ulong)Bits(calendar.Hour);
    private readonly ulong day = (ulong)Bits(calendar.DayOfMonth);
    private readonly ulong month = (ulong)Bits(calendar.Month);
    private readonly ulong weekday = (ulong)Bits(calendar.DayOfWeek);

    // A calendar without years matches in all of them; without any other field it matches never.
    private readonly UInt128 year = calendar.Year.Count == 0 ? UInt128.MaxValue : Bits(calendar.Year, CalendarField.FirstYear);

    public bool Matches(long moment)
    {
        var t = WallWalk.Time(zone.Wall(moment));
        return InYear(t) && Has(month, t.Month) && OnDay(t) && Has(hour, t.Hour) && Has(minute, t.Minute) && Has(second, t.Second);
    }

    /// <summary>From a moment that matches: the last one up to which all are known to match. Spares a search each second of an hour.</summary>
    public long MatchesUntil(long moment)
    {
        if (second != Sixty)
        {
            return moment;
        }

        var length = minute == Sixty ? 3600 : 60;
        var wall = zone.Wall(moment);
        var last = moment + length - 1 - WallWalk.Within(wall, length);
        return zone.Wall(last) - wall == last - moment ? last : moment;
    }

    /// <summary>The next time after a moment; null when there is none up to the last year of calendars.</summary>
    public long? After(long moment)
    {
        var walk = new WallWalk(zone, moment);
        walk.NextSecond();
        while (true)
        {
            var t = walk.Shown;
            if (t.Year > CalendarField.LastYear)
            {
                return null;
            }

            if (!InYear(t))
            {
                walk.NextYear();
            }
            else if (!Has(month, t.Month))
            {
                walk.NextMonth();
            }
            else if (!OnDay(t))
            {
                walk.NextDay();
            }
            else if (!Has(hour, t.Hour))
            {
                walk.NextHour();
            }
            else if (!Has(minute, t.Minute))
            {
                walk.NextMinute();
            }
            else if (!Has(second, t.Second))
            {
                walk.NextSecond();
            }
            else if (walk.Moment() is { } found)
            {
                return found;
            }
            else
            {
                walk.NextHour();
            }
        }
    }

    private bool InYear(DateTime t) => year == UInt128.MaxValue || (t.Year is >= CalendarField.FirstYear and <= CalendarField.LastYear && (year >> (t.Year - CalendarField.FirstYear) & 1) == 1);

    private bool OnDay(DateTime t) => Has(day, t.Day) && Has(weekday, (int)t.DayOfWeek);

    private static bool Has(ulong bits, int value) => (bits >> value & 1) == 1;

    private static UInt128 Bits(RepeatedField<FieldRange> ranges, int from = 0)
    {
        var bits = UInt128.Zero;
        foreach (var range in ranges)
        {
            for (long value = range.Start; value <= range.End; value += range.Step)
            {
                bits |= UInt128.One << (int)(value - from);
            }
        }

        return bits;
    }
}
