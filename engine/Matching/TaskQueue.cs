namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>One queue: tasks that wait for pollers, or pollers that wait for tasks.</summary>
internal sealed class TaskQueue
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(5);

    private readonly long born = Environment.TickCount64;
    private readonly PriorityQueue<Ticket, (int Priority, long Order)> tickets = new();
    private readonly Queue<QueryOffer> queries = new();
    private readonly LinkedList<Poller> pollers = [];
    private readonly Dictionary<string, DateTimeOffset> seen = [];
    private DateTimeOffset nextSweep;
    private long order;

    /// <summary>When somebody last polled, in milliseconds of the system's tick count.</summary>
    private long lastPoll = long.MinValue;
    private bool unloaded;

    /// <summary>Held while the queue is used, so that it is not retired meanwhile.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The queue is no longer the one of its name: nothing may be put into it.</summary>
    public bool Retired { get; private set; }

    /// <summary>Those who polled lately, and when they last did.</summary>
    public IReadOnlyList<(string Identity, DateTimeOffset At)> Pollers()
    {
        lock (Gate)
        {
            return [.. seen.Select(s => (s.Key, s.Value))];
        }
    }

    /// <summary>Whether somebody polls, or did a moment ago.</summary>
    public bool PolledWithin(TimeSpan window)
    {
        lock (Gate)
        {
            return !unloaded && (pollers.Count > 0 || (lastPoll != long.MinValue && Environment.TickCount64 - lastPoll < window.TotalMilliseconds));
        }
    }

    /// <summary>Takes a waiting poller for the ticket, or keeps the ticket. In one step: a poller that arrives meanwhile has to find it.</summary>
    public Poller? Offer(Ticket ticket)
    {
        lock (Gate)
        {
            if (TakePollerLocked() is { } poller)
            {
                return poller;
            }

            tickets.Enqueue(ticket, (ticket.Priority, order++));
            return null;
        }
    }

    /// <summary>A query goes to a waiting poller at once, else it waits for one.</summary>
    public void Add(QueryOffer query)
    {
        lock (Gate)
        {
            if (TakePollerLocked() is { } poller)
            {
                poller.Hand(query);
            }
            else
            {
                while (queries.TryPeek(out var oldest) && !oldest.Waiting)
                {
                    queries.Dequeue();
                }

                queries.Enqueue(query);
            }
        }
    }

    public Poller? TakePoller()
    {
        lock (Gate)
        {
            return TakePollerLocked();
        }
    }

    /// <summary>A poller arrives: it gets a query, or takes the first ticket, or waits.</summary>
    public Ticket? Arrive(Poller poller)
    {
        lock (Gate)
        {
            lastPoll = Environment.TickCount64;
            unloaded = false;
            Note(poller);
            while (queries.TryDequeue(out var query))
            {
                if (query.Waiting && poller.Take())
                {
                    poller.Hand(query);
                    return null;
                }
            }

            if (tickets.Count > 0 && poller.Take())
            {
                return tickets.Dequeue();
            }

            pollers.AddLast(poller);
            return null;
        }
    }

    public void Leave(Poller poller)
    {
        poller.Leave();
        lock (Gate)
        {
            lastPoll = Environment.TickCount64;
            pollers.Remove(poller);
        }
    }

    /// <summary>Retires a queue that nobody has polled for a while and where nothing waits but for a worker that is gone.</summary>
    public bool TryRetire(TimeSpan idle)
    {
        lock (Gate)
        {
            var lately = Environment.TickCount64 - Math.Max(born, lastPoll) < idle.TotalMilliseconds;
            Retired = !lately && pollers.Count == 0
                && tickets.UnorderedItems.All(t => t.Element.FallbackQueue is not null)
                && queries.All(q => !q.Waiting || q.StickyQueue is not null);
            return Retired;
        }
    }

    /// <summary>The worker is gone: whatever waits for it is given back.</summary>
    public (List<Ticket> Tickets, List<QueryOffer> Queries) Unload()
    {
        lock (Gate)
        {
            unloaded = true;
            var left = tickets.UnorderedItems.OrderBy(t => t.Priority).Select(t => t.Element).ToList();
            tickets.Clear();
            var asked = queries.ToList();
            queries.Clear();
            return (left, asked);
        }
    }

    private void Note(Poller poller)
    {
        seen[poller.Identity] = poller.Arrived;
        if (poller.Arrived >= nextSweep)
        {
            nextSweep = poller.Arrived + Lately;
            foreach (var gone in seen.Where(s => poller.Arrived - s.Value > Lately).ToList())
            {
                seen.Remove(gone.Key);
            }
        }
    }

    private Poller? TakePollerLocked()
    {
        while (pollers.First is { } first)
        {
            pollers.RemoveFirst();
            if (first.Value.Take())
            {
                return first.Value;
            }
        }

        return null;
    }
}
