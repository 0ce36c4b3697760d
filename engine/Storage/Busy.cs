using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>Whether a run has a task: those are looked up at start, and hold a virtual clock still.</summary>
internal static class Busy
{
    public static bool Is(RunState s) => s.Open && (s.Task is not null || s.Activities.Values.Any(a => a.Started || ActivityTickets.Ready(a)));
}
