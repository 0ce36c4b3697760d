using Temporalio.Api.Common.V1;

namespace FranceTravail.Parcours.Engine.Runs.Activities;

/// <summary>A worker says that it is still at it.</summary>
internal sealed record RecordHeartbeat(ActivityRef Activity, Payloads? Details, string Identity) : IRunInput<HeartbeatAnswer>
{
    public HeartbeatAnswer Apply(Transition t)
    {
        var a = Activity.Find(t);
        if (Details is not null && Details.CalculateSize() > t.Limits.BlobSize)
        {
            FailActivity.TooLarge(t, a, FailActivity.DetailsTooLarge, Identity);
            return new HeartbeatAnswer(true, false, false);
        }

        t.Put(a with { LastHeartbeatTime = t.Now, HeartbeatDetails = Details });
        return new HeartbeatAnswer(a.CancelRequested, a.Pause is not null, a.ResetRequested);
    }
}
