namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>Begins activities anew at attempt 1: at once when they wait, with the next attempt when they run.</summary>
internal sealed record ResetActivities(ActivitySelection Selection, bool ResetHeartbeat, bool KeepPaused) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        foreach (var a in Selection.Find(t))
        {
            var reset = a with { Pause = KeepPaused ? a.Pause : null, LastFailure = null };
            if (a.Started)
            {
                t.Put(reset with { ResetRequested = true, ResetHeartbeat = ResetHeartbeat });
            }
            else
            {
                t.Renew(reset with { HeartbeatDetails = ResetHeartbeat ? null : a.HeartbeatDetails }, 1);
            }
        }

        return true;
    }
}
