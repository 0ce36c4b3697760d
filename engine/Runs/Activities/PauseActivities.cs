namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>Holds activities back: no attempt is handed out, and a running one learns of it from its heartbeat.</summary>
internal sealed record PauseActivities(ActivitySelection Selection, string Identity, string Reason) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        foreach (var a in Selection.Find(t).Where(a => a.Pause is null))
        {
            t.Put(a with { Pause = new ActivityPause(t.Now, Identity, Reason) });
        }

        PauseInfo.Renew(t);
        return true;
    }
}
