using FranceTravail.Parcours.Engine.Clock;
using FranceTravail.Parcours.Engine.Protocol;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Deadlines;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Writing;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Deadlines;

/// <summary>
/// Wakes runs when their earliest deadline comes. Deadlines of the near future are in memory; the others stay in the file
/// and are looked up as the horizon moves.
/// </summary>
internal sealed class DeadlineQueue : IAsyncDisposable
{
    private static readonly TimeSpan Horizon = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Reload = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly EngineClock clock;
    private readonly IStore store;
    private readonly Writer writer;
    private readonly ILogger logger;
    private readonly PriorityQueue<RunKey, DateTimeOffset> due = new();
    private readonly Dictionary<RunKey, DateTimeOffset> known = [];
    private readonly SemaphoreSlim wake = new(0, 1);
    private readonly CancellationTokenSource stop = new();
    private DateTimeOffset horizon;
    private Task? loop;
    private int firing;
    private bool stopped;

    public DeadlineQueue(EngineClock clock, IStore store, Writer writer, ILogger logger)
    {
        this.clock = clock;
        this.store = store;
        this.writer = writer;
        this.logger = logger;
        writer.Committed += Take;
    }

    /// <summary>No deadline that has come is still to be acted upon.</summary>
    public bool IsIdle
    {
        get
        {
            lock (known)
            {
                return Volatile.Read(ref firing) == 0 && (!due.TryPeek(out _, out var at) || at > clock.GetUtcNow());
            }
        }
    }

    public void Start() => loop = Task.Run(LoopAsync);

    /// <summary>The clock was moved: look again.</summary>
    public void Wake()
    {
        lock (known)
        {
            if (!stopped && wake.CurrentCount == 0)
            {
                wake.Release();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (loop is not null)
        {
            await loop;
        }

        lock (known)
        {
            stopped = true;
        }

        stop.Dispose();
        wake.Dispose();
    }

    private void Take(Batch batch)
    {
        var sooner = false;
        lock (known)
        {
            foreach (var change in batch.Changes)
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

        if (sooner)
        {
            Wake();
        }
    }

    private async Task LoopAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await FireAsync();
                await wake.WaitAsync(Sleep(), stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogError(e, "Deadlines could not be acted upon; trying again");
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        }
    }

    private TimeSpan Sleep()
    {
        lock (known)
        {
            if (!due.TryPeek(out _, out var at))
            {
                return LongestSleep;
            }

            var left = at - clock.GetUtcNow();
            return left <= TimeSpan.Zero ? TimeSpan.Zero : left < LongestSleep ? left + TimeSpan.FromMilliseconds(1) : LongestSleep;
        }
    }

    private async Task FireAsync()
    {
        Interlocked.Exchange(ref firing, 1);
        try
        {
            while (true)
            {
                LoadAhead();
                var runs = Due();
                if (runs.Count == 0)
                {
                    return;
                }

                await Task.WhenAll(runs.ConvertAll(FireAsync));
            }
        }
        finally
        {
            Interlocked.Exchange(ref firing, 0);
        }
    }

    // A unit of work may see an earlier time than this queue does: that of its batch, or of a clock that was set back. Nothing is due
    // then, nothing is committed, and so nobody else would remember the deadline.
    private async Task FireAsync(RunKey key)
    {
        try
        {
            if (await writer.SubmitAsync(unit => unit.Find(key) is null || unit.Apply(key, new DueInput()) ? null : Deadline.Next(unit.Find(key)!.State)) is { } early)
            {
                Remember(key, early.At);
            }
        }
        catch (ServiceException e) when (e.Code is StatusCode.DataLoss)
        {
            logger.LogError(e, "A deadline of run {RunId} cannot be acted upon: its state cannot be read", key.RunId);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            logger.LogError(e, "A deadline of run {RunId} could not be acted upon; it is tried again", key.RunId);
            Remember(key, clock.GetUtcNow() + Rest);
        }
    }

    private void Remember(RunKey key, DateTimeOffset at)
    {
        lock (known)
        {
            if (known.TryAdd(key, at))
            {
                due.Enqueue(key, at);
            }
        }
    }

    private List<RunKey> Due()
    {
        var now = clock.GetUtcNow();
        var runs = new List<RunKey>();
        lock (known)
        {
            while (runs.Count < 256 && due.TryPeek(out var key, out var at) && at <= now)
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

    private void LoadAhead()
    {
        var now = clock.GetUtcNow();
        DateTimeOffset ahead;
        lock (known)
        {
            if (horizon - now > Reload)
            {
                return;
            }

            ahead = now + Horizon;
            horizon = ahead;
        }

        // What was committed before the horizon moved is in the file; what comes after is seen by Take.
        foreach (var (key, at) in store.DueBy(ahead))
        {
            Remember(key, at);
        }
    }
}
