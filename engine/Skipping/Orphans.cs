using FranceTravail.Parcours.Engine.Runs;

namespace FranceTravail.Parcours.Engine.Skipping;

/// <summary>
/// Tasks and attempts that were taken before this engine started. Their workers count as gone with the engine before it, until one
/// sends a heartbeat: an identity says nothing, for a worker that is started anew in a container has that of the one before.
/// </summary>
internal sealed class Orphans
{
    private readonly HashSet<(RunKey Run, long Serial)> left = [];
    private DateTimeOffset begun;

    /// <summary>Takes in what is started in the runs that were read when the engine started.</summary>
    public void Begin(IReadOnlyList<Run> runs, DateTimeOffset now)
    {
        begun = now;
        left.UnionWith(runs.Where(r => r.State.TaskInFlight).Select(r => (r.Key, r.State.Task!.Serial)));
        left.UnionWith(runs.SelectMany(r => r.State.Activities.Values.Where(a => a.Started).Select(a => (r.Key, a.Serial))));
    }

    /// <summary>Looks for heartbeats of attempts whose worker is there after all.</summary>
    public void Hear(Run run)
    {
        if (left.Count > 0)
        {
            left.ExceptWith(run.State.Activities.Values.Where(a => a.LastHeartbeatTime > begun).Select(a => (run.Key, a.Serial)));
        }
    }

    public bool Contains(RunKey run, long serial) => left.Contains((run, serial));
}
