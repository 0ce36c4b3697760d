using FranceTravail.Parcours.Engine.Runs.Closing;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>A history that has grown too long or too large ends its run, whatever it grew by.</summary>
internal static class HistoryLimit
{
    public static void Enforce(Transition t)
    {
        var (count, size) = (t.State.NextEventId > t.Limits.HistoryEvents, t.State.HistorySize > t.Limits.HistorySize);
        if (t.State.Open && (count || size))
        {
            t.ForceCloseTask();
            t.CloseTerminated($"Workflow history {(count ? "count" : "size")} exceeds limit.", null, ServiceNames.History);
        }
    }
}
