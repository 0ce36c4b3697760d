using System.Collections.Concurrent;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Updates;

namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>Those who wait for something to happen to a run: long polls of histories, updates and queries.</summary>
internal sealed class Watchers
{
    private readonly ConcurrentDictionary<RunKey, TaskCompletionSource> changed = new();
    private readonly ConcurrentDictionary<(RunKey Key, string UpdateId), TaskCompletionSource<UpdateNotice>> updates = new();

    public Watchers(Writer writer) => writer.Committed += Tell;

    /// <summary>Ends at the next commit that changes the run. Ask before looking at the run, so that nothing is missed.</summary>
    public Task Change(RunKey key) => changed.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Ends at the next thing that becomes of the update. Ask before looking at it.</summary>
    public Task<UpdateNotice> Update(RunKey key, string updateId) =>
        updates.GetOrAdd((key, updateId), _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Tell(Batch batch)
    {
        foreach (var (key, notice) in batch.Notices)
        {
            if (updates.TryRemove((key, notice.UpdateId), out var waiting))
            {
                waiting.TrySetResult(notice);
            }
        }

        if (changed.IsEmpty)
        {
            return;
        }

        foreach (var change in batch.Changes)
        {
            if (changed.TryRemove(change.Run.Key, out var waiting))
            {
                waiting.TrySetResult();
            }
        }
    }
}
