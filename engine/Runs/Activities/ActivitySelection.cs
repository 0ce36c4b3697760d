using FranceTravail.Parcours.Engine.Refusals;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>Which open activities an operator means: one by its id, all of a type, or with neither all.</summary>
internal readonly record struct ActivitySelection(string? Id, string? Type)
{
    public IReadOnlyList<Activity> Find(Transition t)
    {
        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        var (id, type) = (Id, Type);
        var found = t.State.Activities.Values.Where(a => id is not null ? a.ActivityId == id : type is null || a.TypeName == type).ToList();
        return found.Count > 0 ? found : throw Errors.NotFound("Can't find pending activity with such ID. Invalid activityID or activity already completed");
    }
}
