using System.Collections.Concurrent;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Watching;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>All queues. They live in memory: what is pending is in the runs, and is put here again at start.</summary>
/// <param name="logger">Hears of tickets that could not be handed over.</param>
/// <param name="meter">Counts polls.</param>
/// <param name="limitOf">Tasks that the owner of a queue lets it hand out in a second; null for any number.</param>
internal sealed class TaskQueues(ILogger<TaskQueues> logger, EngineMeter meter, Func<QueueName, double?>? limitOf = null)
{
    /// <summary>A sticky queue that nobody polled for this long has lost its worker.</summary>
    private static readonly TimeSpan StickyLife = TimeSpan.FromSeconds(10);

    /// <summary>Rest of a ticket that could not be handed over: what stands in the way, a full disk or a bad row, stays a while.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>A queue is forgotten when it was not used for this long: each worker that ever ran had a sticky queue of its own.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<QueueName, TaskQueue> queues = new();
    private long nextSweep = Environment.TickCount64 + (long)Life.TotalMilliseconds;

    /// <summary>Set by the writer: takes a ticket for a poller that found it waiting.</summary>
    public Action<Ticket, Poller> OnTaken { get; set; } = (_, _) => throw new InvalidOperationException("The writer is not there yet.");

    /// <summary>Queues held.</summary>
    public int Count => queues.Count;

    public bool Polled(QueueName name, TimeSpan window) => queues.TryGetValue(name, out var queue) && queue.PolledWithin(window);

    /// <summary>The ticket as it is, or on the normal queue when the worker of its sticky queue is gone.</summary>
    public Ticket Route(Ticket ticket) => ticket.FallbackQueue is { } normal && !Polled(ticket.Queue, StickyLife)
        ? ticket with { Queue = ticket.Queue with { Name = normal }, FallbackQueue = null }
        : ticket;

    public Poller? TakePoller(QueueName name) => queues.TryGetValue(name, out var queue) ? queue.TakePoller() : null;

    /// <summary>Puts a ticket into its queue, or into the hands of a poller.</summary>
    public void Add(Ticket ticket)
    {
        var routed = Route(ticket);
        if (With(routed.Queue, q => q.Offer(routed)) is { } poller)
        {
            OnTaken(routed, poller);
        }
        else
        {
            Pair(routed.Queue);
        }
    }

    /// <summary>Puts a query into a queue, or into the hands of a poller.</summary>
    public void Add(QueueName name, QueryOffer query) => With(name, q =>
    {
        q.Add(query);
        return true;
    });

    /// <summary>Puts a ticket that could not be handed over back into its queue, after a while.</summary>
    public void AddAgain(Ticket ticket, Exception reason)
    {
        if (reason is Refusal { Kind: RefusalKind.DataLoss })
        {
            logger.LogError(reason, "A task of run {RunId} is dropped: the run's state cannot be read", ticket.Run.RunId);
            return;
        }

        logger.LogError(reason, "A task of run {RunId} could not be handed over; it is tried again", ticket.Run.RunId);
        _ = AddLaterAsync();

        async Task AddLaterAsync()
        {
            await Task.Delay(Rest, CancellationToken.None);
            Add(ticket);
        }
    }

    /// <summary>Waits for a task until it comes or the call is over.</summary>
    public async Task<object?> PollAsync(QueueName name, string identity, TimeSpan patience, DateTimeOffset now, CancellationToken cancelled, PollerTraits? traits = null)
    {
        SweepNowAndThen();
        var poller = new Poller(name, identity, now, traits);
        Arrive(poller);
        var waited = poller.Waits;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        limit.CancelAfter(patience);
        await using var _ = limit.Token.UnsafeRegister(_ => Leave(poller), null);
        var task = await poller.Handed;
        meter.PollEnded(name.Kind.ToString(), given: task is not null, waited);
        return task;
    }

    /// <summary>A poller whose ticket did not stand waits for the next one.</summary>
    public void Return(Poller poller)
    {
        if (!poller.Release())
        {
            poller.Dismiss();
        }
        else
        {
            Arrive(poller);
        }
    }

    /// <summary>The worker of a sticky queue is gone: its tasks go to the normal queue at once.</summary>
    public void Unload(QueueName sticky)
    {
        if (queues.TryGetValue(sticky, out var queue))
        {
            Move(sticky, queue);
        }
    }

    /// <summary>Forgets queues that were not used for a while, and moves what a worker that is gone left in its sticky queue.</summary>
    public void Sweep(TimeSpan idle)
    {
        foreach (var (name, queue) in queues)
        {
            if (queue.TryRetire(idle))
            {
                queues.TryRemove(KeyValuePair.Create(name, queue));
                Move(name, queue);
            }
        }
    }

    /// <summary>Each queue where something waits for workers: how many tasks, and since when the first of them does.</summary>
    public IEnumerable<(QueueName Name, int Count, DateTimeOffset Since)> Backlogs() =>
        from queue in queues
        let backlog = queue.Value.Stats().Backlog
        where backlog.Count > 0
        select (queue.Key, backlog.Sum(b => b.Count), backlog.Min(b => b.Since));

    /// <summary>Those who polled a queue, and when they last did.</summary>
    public IReadOnlyList<SeenPoller> Pollers(QueueName name) => queues.TryGetValue(name, out var queue) ? queue.Pollers() : [];

    public QueueStats Stats(QueueName name) => queues.TryGetValue(name, out var queue) ? queue.Stats() : QueueStats.None;

    /// <summary>The limit of a queue has changed.</summary>
    public void Limit(QueueName name)
    {
        if (queues.TryGetValue(name, out var queue))
        {
            queue.Limit(limitOf?.Invoke(name));
            Pair(name);
        }
    }

    private void Arrive(Poller poller)
    {
        if (With(poller.Queue, q => q.Arrive(poller)) is { } ticket)
        {
            OnTaken(ticket, poller);
        }
        else
        {
            Pair(poller.Queue);
        }
    }

    /// <summary>Hands out what waits, as far as the queue's rate limit allows, and goes on when it allows more.</summary>
    private void Pair(QueueName name)
    {
        if (!queues.TryGetValue(name, out var queue))
        {
            return;
        }

        TimeSpan? wait;
        while (queue.Pair(out wait) is { } pair)
        {
            OnTaken(pair.Ticket, pair.Poller);
        }

        if (wait is { } time && queue.ToBeTried())
        {
            _ = LaterAsync(time);
        }

        async Task LaterAsync(TimeSpan time)
        {
            await Task.Delay(time, CancellationToken.None);
            queue.Tried();
            Pair(name);
        }
    }

    /// <summary>What waits in a sticky queue goes to the normal ones.</summary>
    private void Move(QueueName sticky, TaskQueue queue)
    {
        var (tickets, queries) = queue.Unload();
        tickets.ForEach(Add);
        foreach (var query in queries.Where(q => q.Waiting))
        {
            Add(new QueueName(sticky.Namespace, TaskKind.Workflow, query.Run.Start.TaskQueue.Name), query);
        }
    }

    private void Leave(Poller poller)
    {
        if (queues.TryGetValue(poller.Queue, out var queue))
        {
            queue.Leave(poller);
        }
        else
        {
            poller.Leave();
        }
    }

    /// <summary>Uses the queue of a name; one that is being retired is not it any more.</summary>
    private T With<T>(QueueName name, Func<TaskQueue, T> use)
    {
        while (true)
        {
            var queue = queues.GetOrAdd(name, Make);
            lock (queue.Gate)
            {
                if (!queue.Retired)
                {
                    return use(queue);
                }
            }

            // Whoever retired it may not have removed it yet.
            queues.TryRemove(KeyValuePair.Create(name, queue));
        }
    }

    private TaskQueue Make(QueueName name)
    {
        var queue = new TaskQueue();
        queue.Limit(limitOf?.Invoke(name));
        return queue;
    }

    private void SweepNowAndThen()
    {
        var due = Interlocked.Read(ref nextSweep);
        if (Environment.TickCount64 >= due && Interlocked.CompareExchange(ref nextSweep, Environment.TickCount64 + (long)Life.TotalMilliseconds, due) == due)
        {
            Sweep(Life);
        }
    }
}
