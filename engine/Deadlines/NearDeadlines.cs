using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Deadlines;
using FranceTravail.Parcours.Engine.Storage;

namespace FranceTravail.Parcours.Engine.Deadlines;

/// <summary>The deadlines of the near future, in memory. A run has one at most: a later entry for it replaces the one before.</summary>
internal sealed class NearDeadlines
{
    private static readonly TimeSpan Horizon = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Reload = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly PriorityQueue<RunKey, DateTimeOffset> due = new();
    private readonly Dictionary<RunKey, DateTimeOffset> known = [];
    private DateTimeOffset horizon;

    /// <summary>The earliest one; it may be of a run that waits for another by now.</summary>
    public DateTimeOffset? Earliest
    {
        get
        {
            lock (gate)
            {
                return due.TryPeek(out _, out var at) ? at : null;
            }
        }
    }

    /// <summary>Takes in what was committed. True when something is due sooner than all that was known.</summary>
    public bool Take(IEnumerable<RunChange> changes)
    {
        var sooner = false;
        lock (gate)
        {
            foreach (var change in changes)
            {
                if (change.Deleted || Deadline.Next(change.Run.State) is not { } next || next.At > horizon)
                {
                    known.Remove(change.Run.Key);
                }
                else if (!known.TryGetValue(change.Run.Key, out var at) || at != next.At)
                {
                    known[change.Run.Key] = next.At;
                    due.Enqueue(change.Run.Key, next.At);
                    sooner |= due.Peek() == change.Run.Key;
                }
            }
        }

        return sooner;
    }

    /// <summary>Takes in a deadline that no commit will bring.</summary>
    public void Remember(RunKey key, DateTimeOffset at)
    {
        lock (gate)
        {
            if (known.TryAdd(key, at))
            {
                due.Enqueue(key, at);
            }
        }
    }

    /// <summary>Takes out some runs whose deadline has come.</summary>
    public List<RunKey> TakeDue(DateTimeOffset now, int most)
    {
        var runs = new List<RunKey>();
        lock (gate)
        {
            while (runs.Count < most && due.TryPeek(out var key, out var at) && at <= now)
            {
                due.Dequeue();
                if (known.TryGetValue(key, out var current) && current == at)
                {
                    known.Remove(key);
                    runs.Add(key);
                }
            }
        }

        return runs;
    }

    /// <summary>Moves the horizon when it has come near: what lies before the new one is to be looked up in the file. Null when it has not.</summary>
    public DateTimeOffset? MoveHorizon(DateTimeOffset now)
    {
        lock (gate)
        {
            if (horizon - now > Reload)
            {
                return null;
            }

            horizon = now + Horizon;
            return horizon;
        }
    }
}
