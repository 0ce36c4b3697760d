namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>A poller takes an activity attempt. Answers null when it no longer stands. No event is written before the attempt that ends it.</summary>
internal sealed record StartActivity(long ScheduledEventId, long Serial, string Identity) : IRunInput<StartedActivity?>
{
    public StartedActivity? Apply(Transition t)
    {
        if (!t.State.Open || !t.State.Activities.TryGetValue(ScheduledEventId, out var activity) || activity.Serial != Serial || !ActivityTickets.Ready(activity))
        {
            return null;
        }

        activity = activity with
        {
            StartedTime = t.Now,
            Identity = Identity,
            LastIdentity = Identity,
            RequestId = t.Chance.NewId(),
            LastHeartbeatTime = null,
        };
        t.Put(activity);
        return new StartedActivity(t.Run, activity);
    }
}
