using FranceTravail.Parcours.Engine.Clock;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Deadlines;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Writing;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Deadlines;

/// <summary>
/// Wakes runs when their earliest deadline comes. Deadlines of the near future are in memory; the others stay in the file
/// and are looked up as the horizon moves.
/// </summary>
internal sealed class DeadlineQueue : IAsyncDisposable
{
    /// <summary>Runs woken together.</summary>
    private const int Portion = 256;

    /// <summary>Deadlines read from the file at a time.</summary>
    private const int Read = 1000;

    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly EngineClock clock;
    private readonly IStore store;
    private readonly Writer writer;
    private readonly ILogger logger;
    private readonly NearDeadlines near = new();
    private readonly Lock gate = new();
    private readonly SemaphoreSlim wake = new(0, 1);
    private readonly CancellationTokenSource stop = new();
    private Task? loop;
    private int firing;
    private bool stopped;

    public DeadlineQueue(EngineClock clock, IStore store, Writer writer, ILogger logger)
    {
        this.clock = clock;
        this.store = store;
        this.writer = writer;
        this.logger = logger;
        writer.Committed += batch =>
        {
            if (near.Take(batch.Changes))
            {
                Wake();
            }
        };
    }

    /// <summary>No deadline that has come is still to be acted upon.</summary>
    /// <remarks>In this order: what is no longer near is being fired.</remarks>
    public bool IsIdle => !(near.Earliest <= clock.GetUtcNow()) && Volatile.Read(ref firing) == 0;

    public void Start() => loop = Task.Run(LoopAsync);

    /// <summary>The clock was moved: look again.</summary>
    public void Wake()
    {
        lock (gate)
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

        lock (gate)
        {
            stopped = true;
        }

        stop.Dispose();
        wake.Dispose();
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
        if (near.Earliest is not { } at)
        {
            return LongestSleep;
        }

        var left = at - clock.GetUtcNow();
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left < LongestSleep ? left + TimeSpan.FromMilliseconds(1) : LongestSleep;
    }

    private async Task FireAsync()
    {
        Interlocked.Exchange(ref firing, 1);
        try
        {
            while (true)
            {
                LoadAhead();
                var runs = near.TakeDue(clock.GetUtcNow(), Portion);
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
                near.Remember(key, early.At);
            }
        }
        catch (Refusal e) when (e.Kind is RefusalKind.DataLoss)
        {
            logger.LogError(e, "A deadline of run {RunId} cannot be acted upon: its state cannot be read", key.RunId);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            logger.LogError(e, "A deadline of run {RunId} could not be acted upon; it is tried again", key.RunId);
            near.Remember(key, clock.GetUtcNow() + Rest);
        }
    }

    /// <summary>A night without the engine may have left millions: they are read as they are dealt with.</summary>
    private void LoadAhead()
    {
        // What was committed before the horizon moved is in the file; what comes after is taken in with its commit.
        while (near.ToRead(clock.GetUtcNow()) is { } next)
        {
            var runs = store.DueBy(next.Until, next.After, Read);
            near.TakeRead(runs, runs.Count < Read);
        }
    }
}
