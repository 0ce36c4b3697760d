using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>All queues. They live in memory: what is pending is in the runs, and is put here again at start.</summary>
internal sealed class TaskQueues(ILogger<TaskQueues> logger)
{
    /// <summary>A sticky queue that nobody polled for this long has lost its worker.</summary>
    private static readonly TimeSpan StickyLife = TimeSpan.FromSeconds(10);

    /// <summary>Rest of a ticket that could not be handed over: what stands in the way, a full disk or a bad row, stays a while.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<QueueName, TaskQueue> queues = new();

    /// <summary>Set by the writer: takes a ticket for a poller that found it waiting.</summary>
    public Action<Ticket, Poller> OnTaken { get; set; } = (_, _) => throw new InvalidOperationException("The writer is not there yet.");

    public TaskQueue this[QueueName name] => queues.GetOrAdd(name, _ => new TaskQueue());

    public bool Polled(QueueName name, TimeSpan window) => queues.TryGetValue(name, out var queue) && queue.PolledWithin(window);

    /// <summary>The ticket as it is, or on the normal queue when the worker of its sticky queue is gone.</summary>
    public Ticket Route(Ticket ticket) => ticket.FallbackQueue is { } normal && !Polled(ticket.Queue, StickyLife)
        ? ticket with { Queue = ticket.Queue with { Name = normal }, FallbackQueue = null }
        : ticket;

    /// <summary>Whether a worker has polled any queue since the engine started.</summary>
    public bool Knows(string identity) => queues.Values.Any(q => q.Pollers().Any(p => p.Identity == identity));

    public Poller? TakePoller(QueueName name) => queues.TryGetValue(name, out var queue) ? queue.TakePoller() : null;

    /// <summary>Puts a ticket into its queue, or into the hands of a poller.</summary>
    public void Add(Ticket ticket)
    {
        var routed = Route(ticket);
        if (this[routed.Queue].Offer(routed) is { } poller)
        {
            OnTaken(routed, poller);
        }
    }

    /// <summary>Puts a ticket that could not be handed over back into its queue, after a while.</summary>
    public void AddAgain(Ticket ticket, Exception reason)
    {
        logger.LogError(reason, "A task of run {RunId} could not be handed over; it is tried again", ticket.Run.RunId);
        _ = AddLaterAsync();

        async Task AddLaterAsync()
        {
            await Task.Delay(Rest, CancellationToken.None);
            Add(ticket);
        }
    }

    /// <summary>Waits for a task until it comes or the call is over.</summary>
    public async Task<object?> PollAsync(QueueName name, string identity, TimeSpan patience, DateTimeOffset now, CancellationToken cancelled)
    {
        var queue = this[name];
        var poller = new Poller(name, identity, now);
        if (queue.Arrive(poller) is { } ticket)
        {
            OnTaken(ticket, poller);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        limit.CancelAfter(patience);
        await using var _ = limit.Token.UnsafeRegister(_ => queue.Leave(poller), null);
        return await poller.Handed;
    }

    /// <summary>A poller whose ticket did not stand waits for the next one.</summary>
    public void Return(Poller poller)
    {
        if (!poller.Release())
        {
            poller.Dismiss();
        }
        else if (this[poller.Queue].Arrive(poller) is { } ticket)
        {
            OnTaken(ticket, poller);
        }
    }

    /// <summary>The worker of a sticky queue is gone: its tasks go to the normal queue at once.</summary>
    public void Unload(QueueName sticky)
    {
        var (tickets, queries) = this[sticky].Unload();
        tickets.ForEach(Add);
        foreach (var query in queries)
        {
            this[new QueueName(sticky.Namespace, TaskKind.Workflow, query.Run.Start.TaskQueue.Name)].Add(query);
        }
    }

    /// <summary>Those who polled a queue, and when they last did.</summary>
    public IReadOnlyList<(string Identity, DateTimeOffset At)> Pollers(QueueName name) => queues.TryGetValue(name, out var queue) ? queue.Pollers() : [];
}
