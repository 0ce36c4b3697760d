using System.Globalization;
using FranceTravail.Parcours.Engine.Runs.Schedules.Spec;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Schedule.V1;

namespace FranceTravail.Parcours.Engine.Tests.Schedules;

/// <summary>Specifications and their times, short.</summary>
internal static class Specs
{
    public static ScheduleSpec Cron(params string[] texts) => new() { CronString = { texts } };

    public static ScheduleSpec Calendar(string hour = "", string minute = "", string zone = "") =>
        new() { Calendar = { new CalendarSpec { Hour = hour, Minute = minute } }, TimezoneName = zone };

    public static ScheduleSpec Every(double seconds, double phase = 0) =>
        new() { Interval = { new IntervalSpec { Interval = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds)), Phase = Duration.FromTimeSpan(TimeSpan.FromSeconds(phase)) } } };

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The times after the first moment, up to the second.</summary>
    public static IEnumerable<DateTimeOffset> Times(ScheduleSpec spec, string from, string to) =>
        new SpecTimes(CanonicalSpec.Of(spec), "seed").AllAfter(At(from)).Select(t => t.Actual).TakeWhile(t => t <= At(to));

    /// <summary>The same, each written short, between spaces.</summary>
    public static string Text(ScheduleSpec spec, string from, string to, string format = "MM-dd'T'HH:mm") =>
        string.Join(' ', Times(spec, from, to).Select(t => t.ToString(format, CultureInfo.InvariantCulture)));
}
