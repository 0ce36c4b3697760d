namespace FranceTravail.Parcours.Engine.Skipping;

/// <summary>Calls that wait for the virtual clock to pass a moment.</summary>
internal sealed class Sleepers
{
    private readonly PriorityQueue<Sleeper, DateTimeOffset> sleepers = new();

    /// <summary>The moment at which the next one wakes; null when nobody sleeps.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (sleepers)
            {
                return sleepers.TryPeek(out _, out var moment) ? moment : null;
            }
        }
    }

    /// <summary>Ends when the clock has passed the moment, or the caller has gone: nobody waits for that moment then.</summary>
    /// <param name="moment">When to wake.</param>
    /// <param name="cancelled">The caller has gone.</param>
    /// <param name="awake">Done once, before anything else happens at that moment, or when the caller has gone.</param>
    public async Task UntilAsync(DateTimeOffset moment, CancellationToken cancelled, Action? awake = null)
    {
        var sleeper = new Sleeper(new(TaskCreationOptions.RunContinuationsAsynchronously), awake);
        lock (sleepers)
        {
            sleepers.Enqueue(sleeper, moment);
        }

        try
        {
            await sleeper.Woken.Task.WaitAsync(cancelled);
        }
        finally
        {
            bool asleep;
            lock (sleepers)
            {
                asleep = sleepers.Remove(sleeper, out _, out _);
            }

            if (asleep)
            {
                awake?.Invoke();
            }
        }
    }

    /// <summary>Wakes those whose moment has come.</summary>
    public void Wake(DateTimeOffset now)
    {
        while (Due(now) is { } sleeper)
        {
            sleeper.Awake?.Invoke();
            sleeper.Woken.TrySetResult();
        }
    }

    private Sleeper? Due(DateTimeOffset now)
    {
        lock (sleepers)
        {
            return sleepers.TryPeek(out _, out var moment) && moment <= now ? sleepers.Dequeue() : null;
        }
    }

    private sealed class Sleeper(TaskCompletionSource woken, Action? awake)
    {
        public TaskCompletionSource Woken { get; } = woken;

        public Action? Awake { get; } = awake;
    }
}
