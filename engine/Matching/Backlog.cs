using FranceTravail.Parcours.Engine.Runs.Tasks;

namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>The tickets that wait in one queue: by priority, and in each in order of arrival. The queue holds its gate while it uses this.</summary>
internal sealed class Backlog
{
    private const int Priorities = 5;

    private readonly Queue<Ticket>[] waiting = [.. Enumerable.Range(0, Priorities).Select(_ => new Queue<Ticket>())];

    public int Count { get; private set; }

    public IEnumerable<Ticket> All => waiting.SelectMany(q => q);

    public void Add(Ticket ticket)
    {
        waiting[Math.Clamp(ticket.Priority, 1, Priorities) - 1].Enqueue(ticket);
        Count++;
    }

    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Ticket? ticket)
    {
        foreach (var queue in waiting)
        {
            if (queue.TryDequeue(out ticket))
            {
                Count--;
                return true;
            }
        }

        ticket = null;
        return false;
    }

    public void Clear()
    {
        Array.ForEach(waiting, q => q.Clear());
        Count = 0;
    }

    /// <summary>How many wait at each priority that has any, and since when the first of them does.</summary>
    public IEnumerable<(int Priority, int Count, DateTimeOffset Since)> ByPriority() =>
        waiting.Select((q, i) => (Queue: q, Priority: i + 1)).Where(x => x.Queue.Count > 0).Select(x => (x.Priority, x.Queue.Count, x.Queue.Peek().Since));
}
