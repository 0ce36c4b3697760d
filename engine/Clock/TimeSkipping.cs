using FranceTravail.Parcours.Engine.Deadlines;
using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Protocol;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Writing;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Clock;

/// <summary>
/// Moves a virtual clock: while nobody locks it and nothing is being worked on, it jumps to the next deadline or sleeper.
/// </summary>
internal sealed class TimeSkipping : IAsyncDisposable
{
    /// <summary>Nothing may be in flight for this long, in real time, before the clock jumps: a worker between two polls is not idle.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan RecentPoll = TimeSpan.FromSeconds(2);

    /// <summary>Real time after a failure before it looks again.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly EngineClock clock;
    private readonly IStore store;
    private readonly Writer writer;
    private readonly DeadlineQueue deadlines;
    private readonly TaskQueues queues;
    private readonly ILogger logger;
    private readonly Dictionary<RunKey, Run> busy = [];
    private readonly Orphans orphans = new();
    private readonly Sleepers sleepers = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private Task? loop;
    private int locks = 1;
    private long activity;

    public TimeSkipping(EngineClock clock, IStore store, Writer writer, DeadlineQueue deadlines, TaskQueues queues, ILogger logger)
    {
        this.clock = clock;
        this.store = store;
        this.writer = writer;
        this.deadlines = deadlines;
        this.queues = queues;
        this.logger = logger;
        if (clock.IsVirtual)
        {
            writer.Committed += batch => Take(batch.Changes.Select(c => c.Deleted ? c.Run with { State = new() { Status = Temporalio.Api.Enums.V1.WorkflowExecutionStatus.Terminated } } : c.Run));
        }
    }

    /// <summary>Begins, with the runs that have a task.</summary>
    public void Start(IReadOnlyList<Run> runs)
    {
        if (clock.IsVirtual)
        {
            orphans.Begin(runs, clock.GetUtcNow());
            Take(runs);
            loop = Task.Run(LoopAsync);
        }
    }

    public void Lock()
    {
        lock (gate)
        {
            locks++;
        }
    }

    public void Unlock()
    {
        lock (gate)
        {
            if (locks == 0)
            {
                throw new ServiceException(StatusCode.FailedPrecondition, "time skipping is not locked");
            }

            locks--;
        }
    }

    /// <summary>Ends when the clock has passed a moment.</summary>
    public Task SleepUntilAsync(DateTimeOffset moment, CancellationToken cancelled) => sleepers.UntilAsync(moment, cancelled);

    /// <summary>Unlocks, sleeps and locks again.</summary>
    public async Task UnlockWithSleepAsync(TimeSpan duration, CancellationToken cancelled)
    {
        var until = clock.GetUtcNow().After(duration);
        Unlock();
        try
        {
            await SleepUntilAsync(until, cancelled);
        }
        finally
        {
            Lock();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (loop is not null)
        {
            await loop;
        }

        stop.Dispose();
    }

    private void Take(IEnumerable<Run> runs)
    {
        lock (gate)
        {
            activity++;
            foreach (var run in runs)
            {
                orphans.Hear(run);
                if (Busy.Is(run.State))
                {
                    busy[run.Key] = run;
                }
                else
                {
                    busy.Remove(run.Key);
                }
            }
        }
    }

    private async Task LoopAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var seen = Interlocked.Read(ref activity);
            await Task.Delay(Quiet, CancellationToken.None);
            try
            {
                Look(seen);
            }
            catch (Exception e)
            {
                logger.LogError(e, "The virtual clock could not be moved; trying again");
                await Task.Delay(Rest, CancellationToken.None);
            }
        }
    }

    private void Look(long seen)
    {
        lock (gate)
        {
            if (locks == 0 && Still(seen))
            {
                Jump();
            }

            if (deadlines.IsIdle)
            {
                sleepers.Wake(clock.GetUtcNow());
            }
        }
    }

    private bool Still(long seen) => seen == activity && writer.IsIdle && deadlines.IsIdle && !busy.Values.Any(Holds);

    /// <summary>Whether a run is being worked on: it has a workflow task, or an activity that runs or is about to.</summary>
    private bool Holds(Run run) =>
        (run.State.Task is { } task && (task.StartedTime is null || !orphans.Contains(run.Key, task.Serial)))
        || run.State.Activities.Values.Any(a => a.Started
            ? !orphans.Contains(run.Key, a.Serial)
            : ActivityTickets.Ready(a) && queues.Polled(ActivityTickets.For(run.Key, a).Queue, RecentPoll));

    private void Jump()
    {
        if (Times.Earlier(store.EarliestDeadline(clock.GetUtcNow()), sleepers.Next) is { } moment && moment > clock.GetUtcNow())
        {
            clock.MoveTo(moment);
            writer.RememberTime();
            deadlines.Wake();
        }
    }
}
