using FranceTravail.Parcours.Engine.Runs.Schedules.Spec;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>Takes the next times of the backfills under way.</summary>
internal static class BackfilledTimes
{
    /// <summary>Times of one turn, at most.</summary>
    private const int Most = 10;

    public static Schedule Take(Schedule schedule, SpecTimes times)
    {
        // Half of the buffer is left to the times of the specification.
        for (var taken = 0; schedule.Backfills is [var first, ..] && taken < Most && schedule.Buffer.Count < Schedule.LargestBuffer / 2;)
        {
            if (times.After(first.Cursor) is not { } time || time.Actual > first.End)
            {
                schedule = schedule with { Backfills = schedule.Backfills.RemoveAt(0) };
                continue;
            }

            schedule = schedule.With(new BufferedStart(time.Nominal, time.Actual, first.Overlap, true));
            schedule = schedule with { Backfills = schedule.Backfills.SetItem(0, first with { Cursor = time.Nominal }) };
            taken++;
        }

        return schedule;
    }
}
