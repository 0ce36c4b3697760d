using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Updates;

namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>Those who wait for something to happen to a run: long polls of histories and of updates.</summary>
internal sealed class Watchers
{
    private readonly WatchList<RunKey, bool> changes = new();
    private readonly WatchList<(RunKey Key, string UpdateId), UpdateNotice> updates = new();

    public Watchers(Writer writer) => writer.Committed += Tell;

    /// <summary>Things that are watched.</summary>
    public int Count => changes.Count + updates.Count;

    /// <summary>Hears of each commit that changes the run. Ask before looking at the run, so that nothing is missed.</summary>
    public Watch<bool> Change(RunKey key) => changes.Add(key);

    /// <summary>Hears what becomes of the update. Ask before looking at it.</summary>
    public Watch<UpdateNotice> Update(RunKey key, string updateId) => updates.Add((key, updateId));

    private void Tell(Batch batch)
    {
        foreach (var (key, notice) in batch.Notices)
        {
            updates.Tell((key, notice.UpdateId), notice);
        }

        foreach (var change in batch.Changes)
        {
            changes.Tell(change.Run.Key, true);
        }
    }
}
