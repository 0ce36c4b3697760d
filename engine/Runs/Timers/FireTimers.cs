using FranceTravail.Parcours.Engine.Runs.Deadlines;

namespace FranceTravail.Parcours.Engine.Runs.Timers;

/// <summary>Timers that have come: all those before anything else that is due, in order of their moments, then one workflow task for them.</summary>
internal static class FireTimers
{
    public static void Due(Transition t, DateTimeOffset first)
    {
        var other = Deadline.Next(t.State with { Timers = Items<long, UserTimer>.Empty })?.At ?? DateTimeOffset.MaxValue;
        var due = t.State.Timers.Values.Where(x => x.FiresAt == first || (x.FiresAt <= t.Now && x.FiresAt < other)).OrderBy(x => x.FiresAt).ToList();
        t.State = t.State with { Timers = t.State.Timers.RemoveRange(due.Select(x => x.StartedEventId)) };
        foreach (var timer in due)
        {
            t.Record(new() { TimerFiredEventAttributes = new() { TimerId = timer.TimerId, StartedEventId = timer.StartedEventId } });
        }

        t.ScheduleTask();
    }
}
