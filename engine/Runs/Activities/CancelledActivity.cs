using FranceTravail.Parcours.Engine.Refusals;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>A worker reports that it stopped an activity as it was asked to.</summary>
internal sealed record CancelledActivity(ActivityRef Activity, Payloads? Details, string Identity) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        var a = Activity.Find(t);
        if (!a.CancelRequested)
        {
            throw Errors.Invalid("unable to mark activity as canceled without activity being request canceled first");
        }

        if (Details?.CalculateSize() > t.Limits.BlobSize)
        {
            FailActivity.TooLarge(t, a, "Cancel details exceed size limit.", Identity);
            return true;
        }

        t.End(a, startedId => new HistoryEvent
        {
            ActivityTaskCanceledEventAttributes = new()
            {
                Details = Details,
                LatestCancelRequestedEventId = a.CancelRequestedEventId,
                ScheduledEventId = a.ScheduledEventId,
                StartedEventId = startedId,
                Identity = Identity,
            },
        });
        return true;
    }
}
