using FranceTravail.Parcours.Engine.Runs.Tasks;

namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>One queue: tasks that wait for pollers, or pollers that wait for tasks; both while a rate limit keeps them apart.</summary>
internal sealed class TaskQueue
{
    private readonly long born = Environment.TickCount64;
    private readonly Backlog tickets = new();
    private readonly Queue<QueryOffer> queries = new();
    private readonly LinkedList<Poller> pollers = [];
    private readonly SeenPollers seen = new();
    private readonly RecentRate added = new();
    private readonly RecentRate dispatched = new();
    private readonly RateLimit limit = new();
    private double? ownersLimit;
    private double? workersLimit;

    /// <summary>When somebody last polled, in milliseconds of the system's tick count.</summary>
    private long lastPoll = long.MinValue;
    private bool unloaded;
    private int tried;

    /// <summary>Held while the queue is used, so that it is not retired meanwhile.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The queue is no longer the one of its name: nothing may be put into it.</summary>
    public bool Retired { get; private set; }

    /// <summary>Those who polled lately, and when they last did.</summary>
    public IReadOnlyList<SeenPoller> Pollers()
    {
        lock (Gate)
        {
            return seen.All;
        }
    }

    public QueueStats Stats()
    {
        lock (Gate)
        {
            return new QueueStats([.. tickets.ByPriority()], added.PerSecond, dispatched.PerSecond, workersLimit);
        }
    }

    /// <summary>Tasks in a second that the owner of the queue allows; null leaves it to the workers.</summary>
    public void Limit(double? perSecond)
    {
        lock (Gate)
        {
            ownersLimit = perSecond;
            limit.PerSecond = ownersLimit ?? workersLimit;
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
            if (TakePollerForNewLocked() is { } poller)
            {
                return poller;
            }

            added.Count();
            tickets.Add(ticket);
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

    /// <summary>Takes a poller for a ticket that is not in the queue; none while others wait before it.</summary>
    public Poller? TakePoller()
    {
        lock (Gate)
        {
            return TakePollerForNewLocked();
        }
    }

    /// <summary>A poller arrives: it gets a query, or takes the first ticket, or waits.</summary>
    public Ticket? Arrive(Poller poller)
    {
        lock (Gate)
        {
            lastPoll = Environment.TickCount64;
            unloaded = false;
            seen.Note(poller);
            workersLimit = poller.Traits?.MaximumRate ?? workersLimit;
            limit.PerSecond = ownersLimit ?? workersLimit;
            while (queries.TryDequeue(out var query))
            {
                if (query.Waiting && poller.Take())
                {
                    poller.Hand(query);
                    return null;
                }
            }

            if (tickets.Count > 0 && pollers.Count == 0 && limit.TryPass() && poller.Take())
            {
                tickets.TryTake(out var ticket);
                dispatched.Count();
                return ticket;
            }

            pollers.AddLast(poller);
            return null;
        }
    }

    /// <summary>Brings together a ticket and a poller that both wait, if the limit allows.</summary>
    /// <param name="wait">When to try again; null when there is nothing to try.</param>
    public (Ticket Ticket, Poller Poller)? Pair(out TimeSpan? wait)
    {
        lock (Gate)
        {
            wait = null;
            if (Retired || tickets.Count == 0 || pollers.Count == 0)
            {
                return null;
            }

            if (!limit.TryPass())
            {
                wait = limit.Wait;
                return null;
            }

            if (TakePollerLocked() is { } poller && tickets.TryTake(out var ticket))
            {
                dispatched.Count();
                return (ticket, poller);
            }

            return null;
        }
    }

    /// <summary>Whether nobody has set out yet to try again.</summary>
    public bool ToBeTried() => Interlocked.Exchange(ref tried, 1) == 0;

    public void Tried() => Volatile.Write(ref tried, 0);

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
                && tickets.All.All(t => t.FallbackQueue is not null)
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
            var left = tickets.All.ToList();
            tickets.Clear();
            var asked = queries.ToList();
            queries.Clear();
            return (left, asked);
        }
    }

    private Poller? TakePollerForNewLocked()
    {
        if (tickets.Count > 0 || pollers.Count == 0 || !limit.TryPass() || TakePollerLocked() is not { } poller)
        {
            return null;
        }

        added.Count();
        dispatched.Count();
        return poller;
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
