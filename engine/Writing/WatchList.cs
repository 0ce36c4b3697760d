namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>Who watches what.</summary>
internal sealed class WatchList<TKey, T>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<Watch<T>>> watches = [];

    /// <summary>Things that are watched.</summary>
    public int Count
    {
        get
        {
            lock (watches)
            {
                return watches.Count;
            }
        }
    }

    public Watch<T> Add(TKey key)
    {
        var watch = new Watch<T>(ended => Remove(key, ended));
        lock (watches)
        {
            if (!watches.TryGetValue(key, out var mine))
            {
                watches.Add(key, mine = []);
            }

            mine.Add(watch);
        }

        return watch;
    }

    public void Tell(TKey key, T what)
    {
        lock (watches)
        {
            if (watches.TryGetValue(key, out var mine))
            {
                mine.ForEach(w => w.Tell(what));
            }
        }
    }

    private void Remove(TKey key, Watch<T> ended)
    {
        lock (watches)
        {
            if (watches.TryGetValue(key, out var mine) && mine.Remove(ended) && mine.Count == 0)
            {
                watches.Remove(key);
            }
        }
    }
}
