namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>Makes attempt 1 of activities: of one that waits at once, of one that runs the attempt that runs; counting goes on from there.</summary>
internal sealed record ResetActivities(ActivitySelection Selection, bool ResetHeartbeat, bool KeepPaused, bool RestoreOptions = false, TimeSpan Jitter = default) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        foreach (var a in Selection.Find(t))
        {
            var reset = a with { Pause = KeepPaused ? a.Pause : null, LastFailure = null };
            if (RestoreOptions && a.Original is { } original)
            {
                reset = UpdateActivityOptions.With(reset, original) with { Original = null };
            }

            if (a.Started)
            {
                t.Put(reset with { Attempt = 1, ResetRequested = true, ResetHeartbeat = ResetHeartbeat });
            }
            else
            {
                t.Renew(reset with { HeartbeatDetails = ResetHeartbeat ? null : a.HeartbeatDetails }, 1, Jitter);
            }
        }

        PauseInfo.Renew(t);
        return true;
    }
}
