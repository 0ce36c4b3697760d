using FranceTravail.Parcours.Engine.Protocol;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>Which open activities an operator means: one by its id, or all of a type.</summary>
internal readonly record struct ActivitySelection(string? Id, string? Type)
{
    public IReadOnlyList<Activity> Find(Transition t)
    {
        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        var (id, type) = (Id, Type);
        var found = t.State.Activities.Values.Where(a => id is not null ? a.ActivityId == id : a.TypeName == type).ToList();
        return found.Count > 0 ? found : throw Errors.NotFound("Can't find pending activity with such ID. Invalid activityID or activity already completed");
    }
}

/// <summary>Holds activities back: no attempt is handed out, and a running one learns of it from its heartbeat.</summary>
internal sealed record PauseActivities(ActivitySelection Selection, string Identity, string Reason) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        foreach (var a in Selection.Find(t).Where(a => a.Pause is null))
        {
            t.Put(a with { Pause = new ActivityPause(t.Now, Identity, Reason) });
        }

        return true;
    }
}

/// <summary>Lets paused activities go on.</summary>
internal sealed record UnpauseActivities(ActivitySelection Selection, bool ResetAttempts, bool ResetHeartbeat) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        foreach (var a in Selection.Find(t).Where(a => a.Pause is not null))
        {
            var free = a with { Pause = null, LastFailure = null, HeartbeatDetails = ResetHeartbeat ? null : a.HeartbeatDetails };
            if (a.Started)
            {
                t.Put(free with { ResetRequested = free.ResetRequested || ResetAttempts });
            }
            else
            {
                t.Renew(free, ResetAttempts ? 1 : a.Attempt);
            }
        }

        return true;
    }
}

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
