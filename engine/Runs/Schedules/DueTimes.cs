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
            return schedule with { Cursor = now > schedule.Cursor ? now : schedule.Cursor };
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
}
