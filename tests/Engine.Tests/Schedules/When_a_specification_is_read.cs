using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Schedules.Spec;
using Temporalio.Api.Schedule.V1;
using FieldRange = Temporalio.Api.Schedule.V1.Range;

namespace FranceTravail.Parcours.Engine.Tests.Schedules;

public sealed class When_a_specification_is_read
{
    [Theory]
    [InlineData("now", "CronString does not have 5-7 fields")]
    [InlineData("61 * * * *", "Minute is not in range [0-59]")]
    [InlineData("61 25 * * *", "Minute is not in range [0-59], Hour is not in range [0-23]")]
    [InlineData("? * * * *", "Minute is not in range [0-59]")]
    [InlineData("0 9-5 * * *", "Hour End is before Start or not in range [0-23]")]
    [InlineData("0 1-5/0 * * *", "Hour has invalid Step")]
    [InlineData("0 1/2/3 * * *", "Hour has too many slashes")]
    [InlineData("0 1-2-3 * * *", "Hour has too many dashes")]
    [InlineData("0 0 1 Foo *", "Month is not in range [1-12]")]
    [InlineData("0 0 1 Ja *", "Month is not in range [1-12]")]
    [InlineData("@every soon", "time: invalid duration \"soon\"")]
    [InlineData("@every 30", "time: missing unit in duration \"30\"")]
    [InlineData("@every", "CronString does not have interval after @every")]
    [InlineData("@every 100ms", "interval is too small")]
    [InlineData("@every 1m/1m", "phase cannot be greater than Interval")]
    [InlineData("TZ=Europe/Paris", "CronString has time zone but missing fields")]
    [InlineData("CRON_TZ=No/Where 0 0 * * *", "unknown time zone No/Where")]
    public void Should_say_what_is_wrong_with_a_cron_text(string text, string fault) => Assert.Equal(fault, Fault(Specs.Cron(text)));

    [Fact]
    public void Should_refuse_ranges_zones_and_sizes_that_cannot_be()
    {
        Assert.Equal("invalid calendar spec: Minute Start is not in range [0-59]", Fault(Structured(c => c.Minute.Add(new FieldRange { Start = 70 }))));
        Assert.Equal("invalid calendar spec: Hour has invalid Step", Fault(Structured(c => c.Hour.Add(new FieldRange { Step = -1 }))));
        Assert.Equal("conflicting timezone names", Fault(Specs.Cron("TZ=Asia/Tokyo 0 0 * * *", "TZ=Asia/Seoul 0 0 * * *")));
        Assert.Equal("unknown time zone ../etc/passwd", Fault(Specs.Calendar(zone: "../etc/passwd")));
        Assert.Equal("more than 100 calendars and intervals", Fault(Specs.Cron([.. Enumerable.Repeat("@daily", 101)])));
    }

    [Theory]
    [InlineData("5-7", "0-0/1 5-6/1")]
    [InlineData("1-7", "1-6/1")]
    [InlineData("*", "0-6/1")]
    [InlineData("7", "0-0/1")]
    [InlineData("1-7/2", "0-0/1 1-6/2")]
    [InlineData("3-7/3", "3-6/3")]
    [InlineData("tue,Thursday", "2-2/1 4-4/1")]
    public void Should_write_days_of_the_week_with_Sunday_as_0(string text, string ranges)
    {
        var canonical = CanonicalSpec.Of(new ScheduleSpec { Calendar = { new CalendarSpec { DayOfWeek = text } } });
        Assert.Equal(ranges, string.Join(' ', canonical.StructuredCalendar[0].DayOfWeek.Select(r => $"{r.Start}-{r.End}/{r.Step}")));
    }

    [Fact]
    public void Should_keep_what_is_canonical_already()
    {
        var spec = Specs.Cron("CRON_TZ=Europe/Paris 0 9 * * MON-FRI 2030 # work");
        spec.Calendar.Add(new CalendarSpec { Hour = "9-17/2", Comment = "c" });
        var canonical = CanonicalSpec.Of(spec);
        Assert.Equal(("Europe/Paris", "c", "work"), (canonical.TimezoneName, canonical.StructuredCalendar[0].Comment, canonical.StructuredCalendar[1].Comment));
        Assert.Empty(canonical.StructuredCalendar[0].Year);
        Assert.Equal(canonical, CanonicalSpec.Of(canonical));
    }

    private static ScheduleSpec Structured(Action<StructuredCalendarSpec> change)
    {
        var calendar = new StructuredCalendarSpec();
        change(calendar);
        return new ScheduleSpec { StructuredCalendar = { calendar } };
    }

    private static string Fault(ScheduleSpec spec)
    {
        var refused = Assert.Throws<Refusal>(() => CanonicalSpec.Of(spec));
        Assert.Equal(RefusalKind.InvalidArgument, refused.Kind);
        Assert.StartsWith("Invalid schedule spec: ", refused.Message, StringComparison.Ordinal);
        return refused.Message["Invalid schedule spec: ".Length..];
    }
}
