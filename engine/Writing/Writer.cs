using System.Threading.Channels;
using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>
/// The one who writes. All work goes through its queue; what waits there is done together and committed together, and nobody is
/// answered, no task handed out, before that commit.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    /// <summary>Units of work in one commit, at most: keeps the first of them from waiting for too many others.</summary>
    private const int LargestBatch = 256;

    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly WriterServices services;
    private readonly IStore store;
    private readonly TaskQueues queues;
    private readonly ILogger logger;
    private readonly Thread thread;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastRunNumber;
    private int pending;

    public Writer(WriterServices services, IStore store, RunCache cache, TaskQueues queues, ILogger logger)
    {
        this.services = services;
        this.store = store;
        this.queues = queues;
        this.logger = logger;
        Cache = cache;
        lastRunNumber = store.LastRunNumber;
        queues.OnTaken = (ticket, poller) => Enqueue(new TakeTicket(ticket, poller, queues));
        thread = new Thread(Loop) { IsBackground = true, Name = "engine writer" };
    }

    public RunCache Cache { get; }

    /// <summary>Called after each commit with what it held, before its senders are told.</summary>
    public event Action<Batch>? Committed;

    /// <summary>Nothing waits to be done.</summary>
    public bool IsIdle => Volatile.Read(ref pending) == 0;

    /// <summary>Pieces of work that wait or are being done.</summary>
    public int Waiting => Volatile.Read(ref pending);

    public void Start() => thread.Start();

    /// <summary>Does work and answers once it is committed.</summary>
    public Task<T> SubmitAsync<T>(Func<UnitOfWork, T> run)
    {
        var work = new Work<T>(run);
        Enqueue(work);
        return work.Done;
    }

    /// <summary>Writes down how far a virtual clock has come, although nothing happened: it goes on from there after a restart.</summary>
    public void RememberTime() => _ = SubmitAsync(unit =>
    {
        unit.Statements.Add((_, _) => { });
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (thread.IsAlive)
        {
            await ended.Task;
        }
    }

    private void Enqueue(Work work)
    {
        Interlocked.Increment(ref pending);
        if (!queue.Writer.TryWrite(work))
        {
            Interlocked.Decrement(ref pending);
            work.Fail(Stopping());
        }
    }

    private static Refusal Stopping() => new(RefusalKind.Unavailable, "the engine is stopping");

    private void Loop()
    {
        try
        {
            while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                Commit();
            }
        }
        finally
        {
            ended.TrySetResult();
        }
    }

    private void Commit()
    {
        var batch = new Batch(services, Cache, () => ++lastRunNumber);
        var count = 0;
        while (count < LargestBatch && queue.Reader.TryRead(out var work))
        {
            count++;
            batch.Do(work);
        }

        try
        {
            batch.HandOut(queues);
            if (!batch.IsEmpty)
            {
                store.Commit(batch.ToCommit());
                Cache.Put(batch.Changes);
                batch.AfterCommit.ForEach(action => action());
                Committed?.Invoke(batch);
            }

            batch.Answer();
            batch.Tickets.ForEach(queues.Add);
        }
        catch (Exception e)
        {
            logger.LogError(e, "A commit failed; nothing of it is kept");
            batch.Fail(new Refusal(RefusalKind.Unavailable, "the engine could not write to its database"));
        }
        finally
        {
            Interlocked.Add(ref pending, -count);
        }
    }
}
