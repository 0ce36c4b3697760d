using FranceTravail.Parcours.Engine.Deadlines;
using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Protocol;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Writing;
using Grpc.Core;

namespace FranceTravail.Parcours.Engine.Clock;

/// <summary>
/// Moves a virtual clock: while nobody locks it and nothing is being worked on, it jumps to the next deadline or sleeper.
/// </summary>
internal sealed class TimeSkipping : IAsyncDisposable
{
    /// <summary>Nothing may be in flight for this long, in real time, before the clock jumps: a worker between two polls is not idle.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan RecentPoll = TimeSpan.FromSeconds(2);

    private readonly EngineClock clock;
    private readonly IStore store;
    private readonly Writer writer;
    private readonly DeadlineQueue deadlines;
    private readonly TaskQueues queues;
    private readonly Dictionary<RunKey, Run> busy = [];
    private readonly PriorityQueue<TaskCompletionSource, DateTimeOffset> sleepers = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly DateTimeOffset begun;
    private Task? loop;
    private int locks = 1;
    private long activity;

    public TimeSkipping(EngineClock clock, IStore store, Writer writer, DeadlineQueue deadlines, TaskQueues queues)
    {
        this.clock = clock;
        this.store = store;
        this.writer = writer;
        this.deadlines = deadlines;
        this.queues = queues;
        begun = clock.GetUtcNow();
        if (clock.IsVirtual)
        {
            writer.Committed += batch => Take(batch.Changes.Select(c => c.Deleted ? c.Run with { State = new() { Status = Temporalio.Api.Enums.V1.WorkflowExecutionStatus.Terminated } } : c.Run));
        }
    }

    /// <summary>Begins, with the runs that have a task.</summary>
    public void Start(IEnumerable<Run> runs)
    {
        if (clock.IsVirtual)
        {
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
    public async Task SleepUntilAsync(DateTimeOffset moment, CancellationToken cancelled)
    {
        var sleeper = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            sleepers.Enqueue(sleeper, moment);
        }

        await sleeper.Task.WaitAsync(cancelled);
    }

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
            lock (gate)
            {
                if (locks == 0 && Still(seen))
                {
                    Jump();
                }

                WakeSleepers();
            }
        }
    }

    private bool Still(long seen) => seen == activity && writer.IsIdle && deadlines.IsIdle && !busy.Values.Any(Holds);

    /// <summary>Whether a run is being worked on: it has a workflow task, or an activity that runs or is about to.</summary>
    private bool Holds(Run run) =>
        (run.State.Task is { } task && (task.StartedTime is null || Alive(task.StartedTime.Value, task.Identity)))
        || run.State.Activities.Values.Any(a => a.StartedTime is { } started
            ? Alive(started, a.Identity)
            : ActivityTickets.Ready(a) && queues.Polled(ActivityTickets.For(run.Key, a).Queue, RecentPoll));

    /// <summary>A task taken before this engine started, by a worker that has not come back since, is nobody's: time runs on to its timeout.</summary>
    private bool Alive(DateTimeOffset started, string identity) => started > begun || queues.Knows(identity);

    private void Jump()
    {
        var next = store.EarliestDeadline();
        if (sleepers.TryPeek(out _, out var sleeper))
        {
            next = Times.Earlier(next, sleeper);
        }

        if (next is { } moment && moment > clock.GetUtcNow())
        {
            clock.MoveTo(moment);
            writer.RememberTime();
            deadlines.Wake();
        }
    }

    private void WakeSleepers()
    {
        var now = clock.GetUtcNow();
        while (sleepers.TryPeek(out var sleeper, out var moment) && moment <= now && deadlines.IsIdle)
        {
            sleepers.Dequeue();
            sleeper.TrySetResult();
        }
    }
}
