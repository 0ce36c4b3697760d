using FranceTravail.Parcours.Engine.Runs.Schedules.Spec;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>Takes the times of the specification that have come, those missed while the engine was away included.</summary>
internal static class DueTimes
{
    /// <summary>Times of one turn, at most.</summary>
    private const int Most = 1000;

    /// <summary>The same when each of them starts a workflow at once.</summary>
    private const int MostStarts = 100;

    public static Schedule Take(Schedule schedule, SpecTimes times, DateTimeOffset now)
    {
        if (!schedule.MayAct)
        {
            // What comes while nothing may be done is passed over, and not caught up with later.
            return schedule.PassOver(times, now);
        }

        var window = schedule.Policies.CatchupWindow.ToSpan();
        var most = schedule.Policies.OverlapPolicy == ScheduleOverlapPolicy.AllowAll ? MostStarts : Most;
        foreach (var time in times.AllAfter(schedule.Cursor).TakeWhile(time => time.Actual <= now).Take(most))
        {
            schedule = now - time.Actual > window
                ? schedule with { MissedCatchupWindow = schedule.MissedCatchupWindow + 1 }
                : schedule.With(new BufferedStart(time.Nominal, time.Actual, ScheduleOverlapPolicy.Unspecified, false));
            schedule = schedule with { Cursor = time.Nominal };
        }

        return schedule;
    }

    /// <summary>Deals with all times that have come by leaving them. One whose jitter is not over has not come.</summary>
    public static Schedule PassOver(this Schedule schedule, SpecTimes times, DateTimeOffset now)
    {
        var passed = times.StillToCome(now) is { } time ? time.Nominal.AddSeconds(-1) : now;
        return schedule with { Cursor = passed > schedule.Cursor ? passed : schedule.Cursor };
    }
}
