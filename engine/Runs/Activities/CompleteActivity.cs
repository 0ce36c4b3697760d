using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>A worker completed an activity.</summary>
internal sealed record CompleteActivity(ActivityRef Activity, Payloads? Result, string Identity) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var a = Activity.Find(t, evenUnstarted: true);
        if (Result is not null && Result.CalculateSize() > t.Limits.BlobSize)
        {
            FailActivity.TooLarge(t, a, "Complete result exceeds size limit.", Identity);
            return true;
        }

        if (!a.Started)
        {
            a = a with { StartedTime = t.Now, Identity = Identity };
        }

        t.End(a, startedId => new HistoryEvent
        {
            ActivityTaskCompletedEventAttributes = new() { ScheduledEventId = a.ScheduledEventId, StartedEventId = startedId, Identity = Identity, Result = Result },
        });
        return true;
    }
}
