using Temporalio.Api.Schedule.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

/// <summary>
/// Brings a specification to the form in which it is kept and shown: calendars and cron texts as structured calendars or intervals,
/// ranges with their end and step. Refuses what is no specification.
/// </summary>
internal static class CanonicalSpec
{
    /// <summary>Calendars and intervals of one schedule, exclusions included: each of them costs time at every step.</summary>
    private const int MostParts = 100;

    private const int LongestComment = 200;

    public static ScheduleSpec Of(ScheduleSpec given)
    {
        var spec = given.Clone();
        spec.StructuredCalendar.Add(spec.Calendar.Select(Structured));
        spec.Calendar.Clear();
        spec.ExcludeStructuredCalendar.Add(spec.ExcludeCalendar.Select(Structured));
        spec.ExcludeCalendar.Clear();
        UnfoldCron(spec);
        Require(spec.StructuredCalendar.Count + spec.ExcludeStructuredCalendar.Count + spec.Interval.Count <= MostParts, $"more than {MostParts} calendars and intervals");
        Require(spec.TimezoneData.IsEmpty, "time zone data is not supported, give a time zone name");
        foreach (var calendar in spec.StructuredCalendar.Concat(spec.ExcludeStructuredCalendar))
        {
            Check(calendar);
            Fill(calendar);
        }

        foreach (var interval in spec.Interval)
        {
            Check(interval);
        }

        Require(Zone.Find(spec.TimezoneName) is not null, $"unknown time zone {spec.TimezoneName}");
        _ = (spec.StartTime?.ToMoment(), spec.EndTime?.ToMoment());
        return spec;
    }

    /// <summary>A calendar of texts as one of ranges.</summary>
    public static StructuredCalendarSpec Structured(CalendarSpec calendar)
    {
        var structured = new StructuredCalendarSpec { Comment = calendar.Comment };
        var faults = CalendarField.All.Select(f => FieldText.Read(f, f.Text(calendar), f.Ranges(structured))).OfType<string>().ToList();
        Require(faults.Count == 0, string.Join(", ", faults));
        return structured;
    }

    private static void UnfoldCron(ScheduleSpec spec)
    {
        var texts = spec.CronString.Select(CronText.Read).ToList();
        spec.CronString.Clear();
        spec.StructuredCalendar.Add(texts.Select(t => t.Calendar).OfType<StructuredCalendarSpec>());
        spec.Interval.Add(texts.Select(t => t.Interval).OfType<IntervalSpec>());
        var zones = texts.Select(t => t.Zone).Distinct().ToList();
        Require(zones.Count <= 1, "conflicting timezone names");
        if (zones is [{ Length: > 0 } zone])
        {
            Require(spec.TimezoneName.Length == 0 || spec.TimezoneName == zone, "conflicting timezone names");
            spec.TimezoneName = zone;
        }
    }

    private static void Check(StructuredCalendarSpec calendar)
    {
        var faults = new List<string>();
        foreach (var field in CalendarField.All)
        {
            var bounds = $"in range [{field.Least}-{field.Most}]";
            foreach (var range in field.Ranges(calendar))
            {
                Fault(range.Start < field.Least || range.Start > field.Most, $"{field.Name} Start is not {bounds}");
                Fault(range.End != 0 && (range.End < range.Start || range.End > field.Most), $"{field.Name} End is before Start or not {bounds}");
                Fault(range.Step < 0, $"{field.Name} has invalid Step");
            }

            Fault(field.Ranges(calendar).Count > CalendarField.LastYear - CalendarField.FirstYear + 1, $"{field.Name} has too many ranges");
        }

        Fault(calendar.Comment.Length > LongestComment, "comment is too long");
        Require(faults.Count == 0, $"invalid calendar spec: {string.Join(", ", faults.Take(10))}");

        void Fault(bool isOne, string text)
        {
            if (isOne)
            {
                faults.Add(text);
            }
        }
    }

    private static void Fill(StructuredCalendarSpec calendar)
    {
        foreach (var range in CalendarField.All.SelectMany(f => f.Ranges(calendar)))
        {
            range.End = Math.Max(range.Start, range.End);
            range.Step = Math.Max(1, range.Step);
        }
    }

    private static void Check(IntervalSpec interval)
    {
        Require(interval.Interval.ToSpan() >= TimeSpan.FromSeconds(1), "interval is too small");
        Require(!interval.Phase.IsNegative(), "phase is negative");
        Require(interval.Phase.ToSpan() < interval.Interval.ToSpan(), "phase cannot be greater than Interval");
    }

    private static void Require(bool condition, string fault)
    {
        if (!condition)
        {
            throw SpecFault.Of(fault);
        }
    }
}
