using FranceTravail.Parcours.Engine.Clock;
using FranceTravail.Parcours.Engine.Deadlines;
using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Writing;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Skipping;

/// <summary>
/// Moves a virtual clock: while nobody locks it and nothing is being worked on, it jumps to the next deadline or sleeper.
/// </summary>
internal sealed class TimeSkipping : IAsyncDisposable
{
    /// <summary>Nothing may be in flight for this long, in real time, before the clock jumps: a worker between two polls is not idle.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan RecentPoll = TimeSpan.FromSeconds(2);

    /// <summary>Real time without a poll after which a queue counts as left alone.</summary>
    private static readonly TimeSpan Unpolled = TimeSpan.FromSeconds(5);

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
    private readonly Dictionary<QueueName, long> waits = [];
    private readonly HashSet<QueueName> said = [];
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

    /// <summary>A namespace was deleted: none of its runs is worked on any more.</summary>
    public void Forget(string @namespace)
    {
        lock (gate)
        {
            foreach (var key in busy.Keys.Where(k => k.Namespace == @namespace).ToList())
            {
                busy.Remove(key);
            }
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
            if (locks + Held() <= 0)
            {
                throw new Refusal(RefusalKind.FailedPrecondition, "time skipping is not locked");
            }

            locks--;
        }
    }

    /// <summary>Ends when the clock has passed a moment.</summary>
    public Task SleepUntilAsync(DateTimeOffset moment, CancellationToken cancelled) => sleepers.UntilAsync(moment, cancelled);

    /// <summary>
    /// Unlocks, sleeps and locks again at the very moment at which it wakes: the clock jumps no further meanwhile. An activity that calls it gives
    /// up the lock that it holds by running.
    /// </summary>
    public Task UnlockWithSleepAsync(TimeSpan duration, CancellationToken cancelled)
    {
        var until = clock.GetUtcNow().After(duration);
        Unlock();
        return sleepers.UntilAsync(until, cancelled, awake: Lock);
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

            if (locks < 0)
            {
                // What was given up inside an activity ends with it.
                locks = Math.Max(locks, -Held());
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
            if (locks <= 0 && locks + Held() <= 0 && Still(seen))
            {
                Jump();
            }
            else if (locks <= 0)
            {
                SayWhatNobodyPolls();
            }

            if (deadlines.IsIdle)
            {
                sleepers.Wake(clock.GetUtcNow());
            }
        }
    }

    private bool Still(long seen) => seen == activity && writer.IsIdle && deadlines.IsIdle;

    /// <summary>The locks of what is being worked on: each workflow task, and each activity that runs or is about to, holds one.</summary>
    private int Held() => busy.Values.Sum(Held);

    private int Held(Run run) =>
        (run.State.Task is { } task && (task.StartedTime is null || !orphans.Contains(run.Key, task.Serial)) ? 1 : 0)
        + run.State.Activities.Values.Count(a => a.Started
            ? !orphans.Contains(run.Key, a.Serial)
            : ActivityTickets.Ready(a) && queues.Polled(ActivityTickets.For(run, a).Queue, RecentPoll));

    /// <summary>A workflow task that no worker comes for holds the clock for ever: that is said, once for each queue.</summary>
    private void SayWhatNobodyPolls()
    {
        foreach (var run in busy.Values.Where(r => r.State.Task is { StartedTime: null }))
        {
            var ticket = queues.Route(Scheduling.TaskTicket(run, run.State.Task!));
            if (!queues.Polled(ticket.Queue, Unpolled))
            {
                waits.TryAdd(ticket.Queue, Environment.TickCount64);
                if (Environment.TickCount64 - waits[ticket.Queue] > Unpolled.TotalMilliseconds && said.Add(ticket.Queue))
                {
                    logger.LogWarning("The virtual clock stands still: a workflow task waits on queue {Queue} of namespace {Namespace}, which no worker polls", ticket.Queue.Name, ticket.Queue.Namespace);
                }
            }
            else
            {
                waits.Remove(ticket.Queue);
                said.Remove(ticket.Queue);
            }
        }
    }

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
