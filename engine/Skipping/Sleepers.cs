namespace FranceTravail.Parcours.Engine.Skipping;

/// <summary>Calls that wait for the virtual clock to pass a moment.</summary>
internal sealed class Sleepers
{
    private readonly PriorityQueue<TaskCompletionSource, DateTimeOffset> sleepers = new();

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
    public async Task UntilAsync(DateTimeOffset moment, CancellationToken cancelled)
    {
        var sleeper = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (sleepers)
        {
            sleepers.Enqueue(sleeper, moment);
        }

        try
        {
            await sleeper.Task.WaitAsync(cancelled);
        }
        finally
        {
            lock (sleepers)
            {
                sleepers.Remove(sleeper, out _, out _);
            }
        }
    }

    /// <summary>Wakes those whose moment has come.</summary>
    public void Wake(DateTimeOffset now)
    {
        lock (sleepers)
        {
            while (sleepers.TryPeek(out var sleeper, out var moment) && moment <= now)
            {
                sleepers.Dequeue();
                sleeper.TrySetResult();
            }
        }
    }
}
