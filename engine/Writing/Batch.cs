using FranceTravail.Parcours.Engine.Matching;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Storage;
using Microsoft.Data.Sqlite;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>The units of work that one commit holds, and what is to be told once it is on disk.</summary>
/// <param name="services">What every transition may use.</param>
/// <param name="cache">The runs before this batch.</param>
/// <param name="nextRunNumber">Gives a run its number.</param>
/// <param name="onFault">Told of an effect that threw, and of the run that caused it; the effect is left out.</param>
internal sealed class Batch(WriterServices services, RunCache cache, Func<long> nextRunNumber, Action<IEffect, RunKey, Exception> onFault)
{
    private readonly Dictionary<RunKey, RunChange> changes = [];
    private readonly Dictionary<RunKey, Run?> read = [];
    private readonly Dictionary<(string Namespace, string WorkflowId), RunKey> current = [];
    private readonly List<Action<SqliteConnection, SqliteTransaction>> statements = [];
    private readonly List<Action> answers = [];
    private readonly List<Action<Exception>> failures = [];
    private readonly List<TakeTicket> handedOut = [];

    public WriterServices Services => services;

    public DateTimeOffset Now { get; } = services.Clock.GetUtcNow();

    public IReadOnlyCollection<RunChange> Changes => changes.Values;

    public List<Ticket> Tickets { get; } = [];

    public List<(RunKey Key, UpdateNotice Notice)> Notices { get; } = [];

    /// <summary>What is to be done once the batch is on disk, before anybody is told.</summary>
    public List<Action> AfterCommit { get; } = [];

    public bool IsEmpty => changes.Count == 0 && statements.Count == 0;

    public long NextRunNumber() => nextRunNumber();

    public Run? Find(RunKey key) => changes.TryGetValue(key, out var change) ? change.Deleted ? null : change.Run : Committed(key);

    /// <summary>The run before this batch; only the writer changes runs, so that what was read once need not be read again.</summary>
    private Run? Committed(RunKey key)
    {
        if (!read.TryGetValue(key, out var run))
        {
            read[key] = run = cache.Find(key);
        }

        return run;
    }

    public Run? Current(string @namespace, string workflowId)
    {
        var run = current.TryGetValue((@namespace, workflowId), out var key) ? Find(key) : cache.Current(@namespace, workflowId);
        return run is null ? null : Find(run.Key);
    }

    public IEnumerable<History> History(Run run, long firstEventId, long lastEventId)
    {
        var mine = changes.TryGetValue(run.Key, out var change) ? change.Batches : [];
        return cache.History(run, firstEventId, lastEventId).Concat(mine.Where(b => b.Events[^1].EventId >= firstEventId && b.Events[0].EventId <= lastEventId));
    }

    /// <summary>Does a piece of work; what it wrote is kept unless it throws.</summary>
    public void Do(Work work)
    {
        var unit = new UnitOfWork(this);
        try
        {
            work.Run(unit);
        }
        catch (Exception e)
        {
            // It may rest on what this batch has done, and is told when that is on disk.
            answers.Add(() => work.Fail(e));
            failures.Add(work.Fail);
            return;
        }

        Merge(unit);
        CarryOut(unit.Effects);
        answers.Add(unit.Refusal is { } refusal ? () => work.Fail(refusal) : work.Succeed);
        failures.Add(work.Fail);
    }

    /// <summary>Hands new tasks to pollers that wait for them, in this same commit; the rest goes to the queues afterwards.</summary>
    public void HandOut(TaskQueues queues)
    {
        for (var i = 0; i < Tickets.Count; i++)
        {
            var ticket = queues.Route(Tickets[i]);
            if (queues.TakePoller(ticket.Queue) is not { } poller)
            {
                continue;
            }

            Tickets[i] = null!;
            var taken = new TakeTicket(ticket, poller, queues);
            handedOut.Add(taken);
            Do(taken);
        }

        Tickets.RemoveAll(t => t is null);
    }

    public Commit ToCommit() => new(changes.Values, statements, Now);

    /// <summary>What tells the senders that their work is done, or why it was refused.</summary>
    public List<Action> Answers => answers;

    public void Fail(Exception e) => failures.ForEach(f => f(e));

    /// <summary>Lets go the pollers that were given tasks of this batch: what made the tasks is done again.</summary>
    public void TakeBack(Exception e) => handedOut.ForEach(t => t.Fail(e));

    /// <summary>Carries out effects, and those that they cause. One that throws leaves nothing behind, and what caused it stays: it would fail again each time that is tried.</summary>
    private void CarryOut(IEnumerable<(IEffect Effect, RunKey Source)> effects)
    {
        var left = new Queue<(IEffect Effect, RunKey Source)>(effects);
        while (left.TryDequeue(out var next))
        {
            var unit = new UnitOfWork(this);
            try
            {
                next.Effect.CarryOut(unit, next.Source);
            }
            catch (Exception e)
            {
                onFault(next.Effect, next.Source, e);
                continue;
            }

            Merge(unit);
            unit.Effects.ForEach(left.Enqueue);
        }
    }

    private void Merge(UnitOfWork unit)
    {
        foreach (var change in unit.Changes)
        {
            if (!changes.TryGetValue(change.Run.Key, out var mine))
            {
                changes.Add(change.Run.Key, change);
            }
            else
            {
                mine.Run = change.Run;
                mine.Batches.AddRange(change.Batches);
                mine.Visible |= change.Visible;
                mine.Deleted |= change.Deleted;
            }

            if (change.IsNew)
            {
                current[(change.Run.Key.Namespace, change.Run.Key.WorkflowId)] = change.Run.Key;
            }
        }

        Tickets.AddRange(unit.Tickets);
        Notices.AddRange(unit.Notices);
        AfterCommit.AddRange(unit.AfterCommit);
        statements.AddRange(unit.Statements);
    }
}
