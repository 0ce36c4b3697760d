using FranceTravail.Parcours.Engine.Refusals;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>Names an activity attempt: by the task token's numbers, or by its id alone.</summary>
internal readonly record struct ActivityRef(long ScheduledEventId, long Serial, string? ActivityId)
{
    public Activity Find(Transition t, bool evenUnstarted = false)
    {
        if (ActivityId is not { } id)
        {
            return t.Started(ScheduledEventId, Serial);
        }

        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        var a = t.State.Activities.Values.FirstOrDefault(x => x.ActivityId == id)
            ?? throw Errors.NotFound($"cannot find pending activity with ActivityID {id}, check workflow execution history for more details");
        return a.Started || evenUnstarted ? a : throw Errors.ActivityUnknown();
    }
}
