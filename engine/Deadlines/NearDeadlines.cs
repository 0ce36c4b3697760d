using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Deadlines;
using FranceTravail.Parcours.Engine.Storage;

namespace FranceTravail.Parcours.Engine.Deadlines;

/// <summary>The deadlines of the near future, in memory. A run has one at most: a later entry for it replaces the one before.</summary>
internal sealed class NearDeadlines
{
    /// <summary>With so many known, no more are read.</summary>
    private const int Enough = 2000;

    private static readonly TimeSpan Horizon = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Reload = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly PriorityQueue<RunKey, DateTimeOffset> due = new();
    private readonly Dictionary<RunKey, DateTimeOffset> known = [];
    private DateTimeOffset horizon;

    /// <summary>The last run that was read from the file before the horizon; there may be more behind it.</summary>
    private DueRun? read;
    private bool more;

    /// <summary>Runs known.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return known.Count;
            }
        }
    }

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

    /// <summary>What is to be looked up in the file next: the horizon moves when it has come near, and what lies before it is read as it is used up.</summary>
    /// <returns>Up to which moment, and after which run; null when enough is known.</returns>
    public (DateTimeOffset Until, DueRun? After)? ToRead(DateTimeOffset now)
    {
        lock (gate)
        {
            if (!more && horizon - now <= Reload)
            {
                (horizon, read, more) = (now + Horizon, null, true);
            }

            return more && known.Count < Enough ? (horizon, read) : null;
        }
    }

    /// <summary>Takes in what was looked up; when it is less than was asked for, there is no more.</summary>
    public void TakeRead(IReadOnlyList<DueRun> runs, bool isAll)
    {
        lock (gate)
        {
            foreach (var run in runs)
            {
                if (known.TryAdd(run.Key, run.At))
                {
                    due.Enqueue(run.Key, run.At);
                }
            }

            (read, more) = (runs.Count > 0 ? runs[^1] : read, !isAll);
        }
    }
}
