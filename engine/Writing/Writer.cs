using System.Diagnostics;
using System.Threading.Channels;
using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Watching;
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

    /// <summary>A commit that took longer is told in the log.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly WriterServices services;
    private readonly IStore store;
    private readonly TaskQueues queues;
    private readonly EngineMeter meter;
    private readonly ILogger logger;
    private readonly Thread thread;
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastRunNumber;
    private long commits;
    private long writingSince;
    private int pending;

    /// <summary>A batch of which it is not known whether it is on disk.</summary>
    private Batch? doubtful;

    public Writer(WriterServices services, IStore store, RunCache cache, TaskQueues queues, EngineMeter meter, ILogger logger)
    {
        this.services = services;
        this.store = store;
        this.queues = queues;
        this.meter = meter;
        this.logger = logger;
        Cache = cache;
        lastRunNumber = store.LastRunNumber;
        commits = store.Commits;
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

    /// <summary>The last commit could not be written.</summary>
    public bool IsFailing { get; private set; }

    /// <summary>When the commit began that is being written; null when none is.</summary>
    public long? WritingSince => Volatile.Read(ref writingSince) is var stamp and not 0 ? stamp : null;

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

    private static Refusal Unwritten() => new(RefusalKind.Unavailable, "the engine could not write to its database");

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
        var works = new List<Work>();
        while (works.Count < LargestBatch && queue.Reader.TryRead(out var work))
        {
            works.Add(work);
        }

        try
        {
            Commit(works);
        }
        finally
        {
            Interlocked.Add(ref pending, -works.Count);
        }
    }

    private void Commit(List<Work> works)
    {
        if (!Settle())
        {
            works.ForEach(w => w.Fail(Unwritten()));
            return;
        }

        var begin = Stopwatch.GetTimestamp();
        Volatile.Write(ref writingSince, begin);
        var batch = new Batch(services, Cache, () => ++lastRunNumber, LeaveOut);
        works.ForEach(batch.Do);
        Guard(() => batch.HandOut(queues));
        if (batch.IsEmpty || Keep(batch) is not { } fault)
        {
            batch.Answers.ForEach(Guard);
        }
        else if (works.Count > 1 && fault is Refusal { Kind: RefusalKind.DataLoss })
        {
            // One of them came upon damage: the others are not to suffer by it.
            batch.TakeBack(Unwritten());
            works.ForEach(w => Commit([w]));
        }
        else
        {
            batch.Fail(fault as Refusal ?? Unwritten());
        }

        Volatile.Write(ref writingSince, 0);
        var time = Stopwatch.GetElapsedTime(begin);
        meter.Committed(time, works.Count);
        if (time > Slow)
        {
            logger.LogWarning("A commit of {Units} units on {Runs} runs took {Milliseconds:F0} ms; {Waiting} wait behind it", works.Count, batch.Changes.Count, time.TotalMilliseconds, Waiting - works.Count);
        }
    }

    /// <summary>Writes a batch. Answers why it is not on disk; null when it is, also when the store says that it failed.</summary>
    private Exception? Keep(Batch batch)
    {
        try
        {
            store.Commit(batch.ToCommit());
            IsFailing = false;
            TakeIn(batch);
            return null;
        }
        catch (Exception e)
        {
            IsFailing = true;
            logger.LogError(e, "A commit failed");
            var before = commits;
            doubtful = batch;
            return Settle() && commits > before ? null : e;
        }
    }

    /// <summary>Asks the store what became of a commit that failed: an error may come although all was written. False when it cannot say.</summary>
    private bool Settle()
    {
        if (doubtful is not { } batch)
        {
            return true;
        }

        try
        {
            var isKept = store.Commits > commits;
            doubtful = null;
            if (isKept)
            {
                TakeIn(batch);
            }

            return true;
        }
        catch (Exception e)
        {
            logger.LogError(e, "It is not known whether a commit was written; nothing else is until it is");
            return false;
        }
    }

    /// <summary>Whoever follows what is written is told of a batch that is on disk.</summary>
    private void TakeIn(Batch batch)
    {
        commits++;
        Cache.Put(batch.Changes);
        batch.AfterCommit.ForEach(Guard);
        foreach (var follower in Committed?.GetInvocationList() ?? [])
        {
            Guard(() => ((Action<Batch>)follower)(batch));
        }

        batch.Tickets.ForEach(t => Guard(() => queues.Add(t)));
    }

    /// <summary>What comes behind a commit cannot undo it: what fails there is told, and the rest goes on.</summary>
    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            logger.LogError(e, "Something behind a commit failed; the commit stands");
        }
    }

    private void LeaveOut(IEffect effect, RunKey source, Exception e)
    {
        meter.EffectLeftOut();
        logger.LogError(e, "An effect of run {RunId} of workflow {WorkflowId} on another run failed and is left out: {Effect}", source.RunId, source.WorkflowId, effect.GetType().Name);
    }
}
