namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>Lets paused activities go on.</summary>
internal sealed record UnpauseActivities(ActivitySelection Selection, bool ResetAttempts, bool ResetHeartbeat, TimeSpan Jitter = default) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        foreach (var a in Selection.Find(t).Where(a => a.Pause is not null))
        {
            var free = a with { Pause = null, LastFailure = null, HeartbeatDetails = ResetHeartbeat ? null : a.HeartbeatDetails };
            if (a.Started)
            {
                t.Put(free with { Attempt = ResetAttempts ? 1 : a.Attempt, ResetRequested = a.ResetRequested || ResetAttempts });
            }
            else
            {
                t.Renew(free, ResetAttempts ? 1 : a.Attempt, Jitter);
            }
        }

        PauseInfo.Renew(t);
        return true;
    }
}
