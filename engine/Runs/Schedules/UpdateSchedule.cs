using FranceTravail.Parcours.Engine.Attributes;
using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>
/// Replaces all that a schedule's owner sets; times before it are not run any more. With a conflict token that is not the schedule's,
/// nothing is changed and nobody is told, as in a Temporal service.
/// </summary>
/// <param name="Given">The new schedule, checked.</param>
/// <param name="Attributes">The search attributes that replace the others; null keeps those.</param>
/// <param name="ConflictToken">The token that the sender saw; null for any.</param>
/// <param name="RequestId">Makes a repetition have no second effect; may be empty.</param>
internal sealed record UpdateSchedule(Temporalio.Api.Schedule.V1.Schedule Given, SearchAttributes? Attributes, long? ConflictToken, string RequestId) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        if (t.State.Schedule!.Requests.Contains(RequestId) || (ConflictToken is { } token && token != t.State.Schedule.ConflictToken))
        {
            return false;
        }

        ReplaceAttributes(t);
        ScheduleTurn.Make(t, schedule =>
        {
            var changed = schedule.WithRequest(RequestId) with
            {
                Spec = Given.Spec,
                Action = Given.Action,
                Policies = Given.Policies,
                State = Given.State,
                ConflictToken = schedule.ConflictToken + 1,
                UpdateTime = t.Now,
            };
            return changed.PassOver(ScheduleTurn.Times(t.Key, changed), t.Now);
        });
        return true;
    }

    private void ReplaceAttributes(Transition t)
    {
        if (t.Catalog.Typed(t.Key.Namespace, Attributes) is not { } given)
        {
            return;
        }

        var kept = new SearchAttributes();
        foreach (var name in (string[])[PredefinedSearchAttributes.NamespaceDivision, ScheduleNames.PausedAttribute])
        {
            given.IndexedFields.Remove(name);
            if (t.State.SearchAttributes?.IndexedFields.TryGetValue(name, out var own) == true)
            {
                kept.IndexedFields[name] = own;
            }
        }

        t.State = t.State with { SearchAttributes = SearchAttributeNormalization.Merge(kept, given) };
        t.VisibilityChanged = true;
    }
}
