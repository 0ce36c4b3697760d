using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using FranceTravail.Parcours.Engine.Storage;
using Microsoft.Data.Sqlite;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Writing;

/// <summary>The transitions that one request causes. Kept whole, or not at all; each effect on other runs is a unit of its own behind it.</summary>
internal sealed class UnitOfWork(Batch batch) : IRunSpace
{
    private readonly Dictionary<RunKey, RunChange> changes = [];

    public DateTimeOffset Now { get; } = batch.Now;

    public IChance Chance => batch.Services.Chance;

    public EngineLimits Limits => batch.Services.Limits;

    public INamespaceCatalog Catalog => batch.Services.Catalog;

    public IReadOnlyCollection<RunChange> Changes => changes.Values;

    public List<Ticket> Tickets { get; } = [];

    public List<(RunKey Key, UpdateNotice Notice)> Notices { get; } = [];

    /// <summary>Statements on tables other than those of runs.</summary>
    public List<Action<SqliteConnection, SqliteTransaction>> Statements { get; } = [];

    /// <summary>Effects on other runs that the transitions left, with the run that caused each.</summary>
    public List<(IEffect Effect, RunKey Source)> Effects { get; } = [];

    /// <summary>What is to be done once the work is on disk.</summary>
    public List<Action> AfterCommit { get; } = [];

    /// <summary>Histories that were read before the work began; null when none were.</summary>
    public HistoriesAhead? Ahead { get; set; }

    /// <summary>What the sender is told although the work is kept.</summary>
    public Refusal? Refusal { get; private set; }

    public Run? Find(RunKey key) => changes.TryGetValue(key, out var change) ? change.Run : batch.Find(key);

    public Run? Current(string @namespace, string workflowId)
    {
        var mine = changes.Values.Where(c => c.IsNew && c.Run.Key.WorkflowId == workflowId && c.Run.Key.Namespace == @namespace).MaxBy(c => c.Run.Number);
        return mine?.Run ?? (batch.Current(@namespace, workflowId) is { } run ? Find(run.Key) : null);
    }

    public TAnswer Apply<TAnswer>(RunKey key, IRunInput<TAnswer> input)
    {
        var run = Find(key) ?? throw Errors.RunUnknown(key.WorkflowId, key.RunId);
        var t = new Transition(run, Now, Chance, Limits, Catalog);
        var answer = input.Apply(t);
        BufferLimit.Enforce(t);
        HistoryLimit.Enforce(t);
        Keep(t, isNew: false);
        return answer;
    }

    public Run Create(NewRun birth, out StartedTask? eagerTask)
    {
        var conceived = Birth.Conceive(birth, batch.NextRunNumber(), Now);
        var t = new Transition(conceived, Now, Chance, Limits, Catalog);
        eagerTask = Birth.Begin(t, birth);
        return Keep(t, isNew: true);
    }

    public IReadOnlyList<History> History(Run run, long firstEventId, long lastEventId)
    {
        var mine = changes.TryGetValue(run.Key, out var change) ? change.Batches : [];
        var (known, next) = Ahead?.Part(run, firstEventId, lastEventId) ?? ([], firstEventId);
        return [.. known, .. next <= lastEventId ? batch.History(run, next, lastEventId) : [], .. mine.Where(b => b.Events[^1].EventId >= firstEventId && b.Events[0].EventId <= lastEventId)];
    }

    public Run Fork(RunKey key, HistoryEvent startEvent, RunState state, Action<Transition> begin)
    {
        var t = new Transition(new Run(key, batch.NextRunNumber(), startEvent, state), Now, Chance, Limits, Catalog);
        begin(t);
        return Keep(t, isNew: true);
    }

    /// <summary>Removes a run with its history.</summary>
    public void Delete(Run run) => Change(run, isNew: false).Deleted = true;

    private Run Keep(Transition t, bool isNew)
    {
        Refusal ??= t.Refusal;
        if (ReferenceEquals(t.State, t.Run.State) && t.Batches.Count == 0)
        {
            return t.Run;
        }

        var run = t.Finish();
        var change = Change(run, isNew);
        change.Run = run;
        change.Batches.AddRange(t.Batches);
        change.Visible |= t.VisibilityChanged;
        Tickets.AddRange(t.Tickets);
        Notices.AddRange(t.Notices.Select(n => (run.Key, n)));
        if (t.Successor is { } successor)
        {
            Create(successor, out _);
        }

        Effects.AddRange(t.Effects.Select(effect => (effect, run.Key)));
        return run;
    }

    private RunChange Change(Run run, bool isNew)
    {
        if (!changes.TryGetValue(run.Key, out var change))
        {
            change = new RunChange(run, isNew);
            changes.Add(run.Key, change);
        }

        return change;
    }
}
