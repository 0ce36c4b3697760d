namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>Starts what may start of what waits, and ends what must give way.</summary>
internal static class StartBuffer
{
    public static Schedule Serve(Schedule schedule, List<IEffect> effects)
    {
        if (schedule.Action.StartWorkflow is null)
        {
            return schedule with { Buffer = [] };
        }

        for (var again = true; again && schedule.Buffer.Count > 0;)
        {
            var overlaps = Overlaps.Of(schedule);
            schedule = schedule with { Buffer = overlaps.Kept, OverlapSkipped = schedule.OverlapSkipped + overlaps.Skipped };
            again = false;
            foreach (var start in overlaps.Alone is { } alone ? overlaps.Beside.Add(alone) : overlaps.Beside)
            {
                if (!start.Manual && !schedule.MayAct)
                {
                    // Paused since it was due, or out of actions: another that waits may have its turn.
                    again = true;
                    continue;
                }

                if (!start.Manual && schedule.State.LimitedActions)
                {
                    schedule = schedule.With(state => state.RemainingActions--);
                }

                var tracked = start == overlaps.Alone;
                effects.Add(new StartAction(start, tracked));
                schedule = schedule with { Starting = schedule.Starting || tracked };
            }

            if (overlaps.Cancels || overlaps.Terminates)
            {
                effects.Add(new EndRunning(overlaps.Terminates));
            }
        }

        return schedule;
    }
}
