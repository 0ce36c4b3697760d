using CsCheck;
using FranceTravail.Parcours.Engine.Runs.Schedules.Spec;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Schedule.V1;

namespace FranceTravail.Parcours.Engine.Tests.Schedules;

public sealed class When_times_are_sought
{
    private static Gen<string> Field(int least, int most) =>
        Gen.Select(Gen.Int[least, most], Gen.Int[least, most], Gen.Int[1, 9]).Select((a, b, step) => a == b ? "*" : $"{Math.Min(a, b)}-{Math.Max(a, b)}/{step}");

    [Theory]
    [InlineData("0 9 * * MON-FRI", "2030-01-01", "2030-01-09", "01-01T09:00 01-02T09:00 01-03T09:00 01-04T09:00 01-07T09:00 01-08T09:00")]
    [InlineData("*/20 1,3 1 * *", "2030-01-01", "2030-02-01T02:00", "01-01T01:00 01-01T01:20 01-01T01:40 01-01T03:00 01-01T03:20 01-01T03:40 02-01T01:00 02-01T01:20 02-01T01:40")]
    [InlineData("0 0 13 * FRI", "2030-01-01", "2031-01-01", "09-13T00:00 12-13T00:00")]
    [InlineData("0 0 29 2 *", "2030-01-01", "2037-01-01", "02-29T00:00 02-29T00:00")]
    [InlineData("0 0 * * 7", "2030-01-01", "2030-01-20", "01-06T00:00 01-13T00:00 01-20T00:00")]
    [InlineData("30 0 12 1 1 * 2031", "2030-01-01", "2035-01-01", "01-01T12:00")]
    [InlineData("0 0 1 1 * 2031-2033", "2030-01-01", "2035-01-01", "01-01T00:00 01-01T00:00 01-01T00:00")]
    [InlineData("@monthly", "2030-01-01", "2030-04-01", "02-01T00:00 03-01T00:00 04-01T00:00")]
    [InlineData("@every 45m", "2030-01-01", "2030-01-01T02:00", "01-01T00:45 01-01T01:30")]
    [InlineData("CRON_TZ=America/New_York 0 9 * * *", "2030-03-09", "2030-03-11", "03-09T14:00 03-10T13:00")]
    [InlineData("0 0 30 2 *", "2030-01-01", "2100-01-01", "")]
    public void Should_match_cron_texts(string text, string from, string to, string expected) => Assert.Equal(expected, Specs.Text(Specs.Cron(text), from, to));

    [Theory]
    [InlineData("2", "30", "Europe/Berlin", "2030-03-29", "2030-04-02", "03-29T01:30 03-30T01:30 04-01T00:30")]
    [InlineData("2", "30", "Europe/Berlin", "2030-10-25", "2030-10-29", "10-25T00:30 10-26T00:30 10-27T01:30 10-28T01:30")]
    [InlineData("*", "0", "Europe/Berlin", "2030-10-26T22:00", "2030-10-27T04:00", "10-26T23:00 10-27T00:00 10-27T02:00 10-27T03:00 10-27T04:00")]
    [InlineData("*", "0", "Europe/Berlin", "2030-03-30T22:00", "2030-03-31T03:00", "03-30T23:00 03-31T00:00 03-31T01:00 03-31T02:00 03-31T03:00")]
    [InlineData("2", "30", "America/New_York", "2030-03-08", "2030-03-12T12:00", "03-08T07:30 03-09T07:30 03-11T06:30 03-12T06:30")]
    [InlineData("1", "30", "America/New_York", "2030-11-01T12:00", "2030-11-05T12:00", "11-02T05:30 11-03T05:30 11-03T06:30 11-04T06:30 11-05T06:30")]
    [InlineData("2", "15", "Australia/Lord_Howe", "2030-10-04", "2030-10-08", "10-04T15:45 10-05T15:45 10-06T15:15 10-07T15:15")]
    [InlineData("9", "0", "Asia/Kolkata", "2030-01-01", "2030-01-03", "01-01T03:30 01-02T03:30")]
    public void Should_find_the_times_of_a_zone_where_a_Temporal_service_finds_them(string hour, string minute, string zone, string from, string to, string expected) =>
        Assert.Equal(expected, Specs.Text(Specs.Calendar(hour, minute, zone), from, to));

    [Theory]
    [InlineData(3600, 900, "2030-01-01T00:15 2030-01-01T01:15")]
    [InlineData(604_800, 0, "2030-01-03T00:00")]
    [InlineData(1.9, 0.5, "2030-01-01T00:00 2030-01-01T00:00 2030-01-01T00:00")]
    public void Should_count_intervals_from_1970(double seconds, double phase, string expected)
    {
        var spec = Specs.Every(seconds, phase);
        var count = expected.Split(' ').Length;
        Assert.Equal(expected, string.Join(' ', Specs.Times(spec, "2030-01-01", "2031-01-01").Take(count).Select(t => t.ToString("yyyy-MM-dd'T'HH:mm", null))));
    }

    [Fact]
    public void Should_find_each_second_that_matches_and_no_other() =>
        Gen.Select(Field(0, 59), Field(0, 59), Field(0, 23), Field(0, 6), Gen.Int[0, 86_400]).Sample(
            (second, minute, hour, weekday, from) =>
            {
                var calendar = new CalendarSpec { Second = second, Minute = minute, Hour = hour, DayOfWeek = weekday, Year = "*/1" };
                var spec = CanonicalSpec.Of(new ScheduleSpec { Calendar = { calendar } });
                var (start, zone) = (Specs.At("2030-05-01").ToUnixTimeSeconds() + from, Zone.Find("")!);
                var (times, within) = (new CalendarTimes(spec.StructuredCalendar[0], zone), 100_000);
                var expected = Enumerable.Range(1, within).Select(s => start + s).Where(times.Matches).Take(50);
                var found = new SpecTimes(spec, "").AllAfter(DateTimeOffset.FromUnixTimeSeconds(start)).Select(t => t.Actual.ToUnixTimeSeconds()).TakeWhile(t => t <= start + within).Take(50);
                Assert.Equal(expected, found);
            },
            iter: 300);

    [Theory]
    [InlineData("*/2147483647", "01-01T00:00")]
    [InlineData("5/2147483647", "01-01T05:00")]
    public void Should_bear_steps_beyond_every_field(string hour, string expected) => Assert.Equal(expected, Specs.Text(Specs.Calendar(hour), "2029-12-31T23:59", "2030-01-01T23:00"));

    [Fact]
    public void Should_join_calendars_and_intervals_name_a_time_once_and_keep_within_the_range()
    {
        var spec = Specs.Every(43_200);
        spec.Calendar.Add([new CalendarSpec { Hour = "9" }, new CalendarSpec { Hour = "12" }]);
        Assert.Equal("01-01T09:00 01-01T12:00 01-02T00:00", Specs.Text(spec, "2030-01-01", "2030-01-02"));
        spec.StartTime = Specs.At("2030-01-01T12:00").ToTimestamp();
        spec.EndTime = Specs.At("2030-01-02T09:00").ToTimestamp();
        Assert.Equal("01-01T12:00 01-02T00:00 01-02T09:00", Specs.Text(spec, "2030-01-01", "2031-01-02"));
    }

    [Fact]
    public void Should_leave_out_what_is_excluded()
    {
        var spec = Specs.Every(6 * 3600);
        spec.ExcludeStructuredCalendar.Add(CanonicalSpec.Structured(new CalendarSpec { DayOfWeek = "0,6", Hour = "*", Minute = "*", Second = "*" }));
        Assert.Equal("01-04T06:00 01-04T12:00 01-04T18:00 01-07T00:00 01-07T06:00 01-07T12:00", Specs.Text(spec, "2030-01-04", "2030-01-07T12:00"));
    }

    [Fact]
    public void Should_match_nothing_where_a_structured_calendar_leaves_a_field_out()
    {
        var spec = new ScheduleSpec { StructuredCalendar = { new StructuredCalendarSpec { Hour = { new Temporalio.Api.Schedule.V1.Range { Start = 8 } } } } };
        Assert.Empty(Specs.Times(spec, "2030-01-01", "2031-01-01"));
    }

    [Fact]
    public void Should_pass_over_an_exclusion_of_years_without_looking_at_each_second()
    {
        var spec = Specs.Every(1);
        spec.ExcludeStructuredCalendar.Add(CanonicalSpec.Structured(new CalendarSpec { Year = "2030-2032", Hour = "*", Minute = "*", Second = "*" }));
        Assert.Equal(Specs.At("2033-01-01"), Specs.Times(spec, "2030-01-01", "2034-01-01").First());
    }

    [Fact(Timeout = 10_000)]
    public Task Should_give_up_a_specification_that_excludes_all_its_times() => Task.Run(() =>
    {
        var spec = Specs.Every(7);
        spec.ExcludeStructuredCalendar.Add(Enumerable.Repeat(CanonicalSpec.Structured(new CalendarSpec { Hour = "*", Minute = "*", Second = "*" }), 90));
        Assert.Empty(Specs.Times(spec, "1970-01-01", "2100-01-01"));
        spec = Specs.Every(1);
        spec.ExcludeStructuredCalendar.Add(CanonicalSpec.Structured(new CalendarSpec { Hour = "*", Minute = "*", Second = "0-29" }));
        spec.ExcludeStructuredCalendar.Add(CanonicalSpec.Structured(new CalendarSpec { Hour = "*", Minute = "*", Second = "30-59" }));
        Assert.Empty(Specs.Times(spec, "1970-01-01", "2100-01-01"));
    }, TestContext.Current.CancellationToken);

    [Fact]
    public void Should_spread_times_by_a_jitter_that_stays_the_same_and_never_reaches_the_next_time()
    {
        var spec = Specs.Every(60);
        spec.Jitter = Duration.FromTimeSpan(TimeSpan.FromHours(1));
        var canonical = CanonicalSpec.Of(spec);
        var times = new SpecTimes(canonical, "seed").AllAfter(Specs.At("2030-01-01")).Take(1000).ToList();
        Assert.Equal(times, new SpecTimes(canonical, "seed").AllAfter(Specs.At("2030-01-01")).Take(1000));
        Assert.NotEqual(times, new SpecTimes(canonical, "other").AllAfter(Specs.At("2030-01-01")).Take(1000));
        Assert.All(times, t => Assert.InRange(t.Actual - t.Nominal, TimeSpan.Zero, TimeSpan.FromSeconds(59.999)));
        Assert.InRange(times.Average(t => (t.Actual - t.Nominal).TotalSeconds), 25, 35);
    }
}
