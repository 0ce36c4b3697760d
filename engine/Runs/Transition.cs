using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Runs.Updates;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>
/// One transition being made: a function of (state, input, now) to events, a new state, tasks and effects. It touches nothing
/// outside itself; whoever called it keeps the result or throws it away.
/// </summary>
internal sealed class Transition(Run run, DateTimeOffset now, IChance chance, EngineLimits limits, INamespaceCatalog catalog)
{
    private readonly List<History> batches = [];
    private History? batch;

    public Run Run => run;

    public RunKey Key => run.Key;

    public WorkflowExecutionStartedEventAttributes Start => run.Start;

    public DateTimeOffset Now => now;

    public IChance Chance => chance;

    public EngineLimits Limits => limits;

    public INamespaceCatalog Catalog => catalog;

    public RunState State { get; set; } = run.State;

    /// <summary>While true, events that may not take an id yet wait in the buffer.</summary>
    public bool Buffering { get; set; } = run.State.TaskInFlight;

    public bool VisibilityChanged { get; set; }

    /// <summary>Tasks that became ready.</summary>
    public List<Ticket> Tickets { get; private set; } = [];

    public List<IEffect> Effects { get; private set; } = [];

    /// <summary>What became of updates that somebody may be waiting for.</summary>
    public List<UpdateNotice> Notices { get; private set; } = [];

    /// <summary>The run that follows in the chain.</summary>
    public NewRun? Successor { get; set; }

    /// <summary>An error the sender is told although the transition is kept.</summary>
    public Refusal? Refusal { get; set; }

    public IReadOnlyList<History> Batches => batches;

    /// <summary>Gives an event its id and appends it.</summary>
    public HistoryEvent Write(HistoryEvent e, DateTimeOffset? at = null)
    {
        e.EventId = State.NextEventId;
        e.TaskId = (run.Number << 20) + e.EventId;
        e.EventTime = (at ?? now).ToTimestamp();
        e.EventType = EventTypes.Of(e);
        if (batch is null)
        {
            batch = new History();
            batches.Add(batch);
        }

        batch.Events.Add(e);
        State = State with { NextEventId = e.EventId + 1, HistorySize = State.HistorySize + e.CalculateSize() };
        return e;
    }

    /// <summary>Begins with a part of another run's history.</summary>
    public void Copy(IReadOnlyList<History> others)
    {
        foreach (var other in others)
        {
            var copy = other.Clone();
            foreach (var e in copy.Events)
            {
                e.TaskId = (run.Number << 20) + e.EventId;
            }

            batches.Add(copy);
            State = State with { NextEventId = copy.Events[^1].EventId + 1, HistorySize = State.HistorySize + copy.Events.Sum(e => (long)e.CalculateSize()) };
        }
    }

    /// <summary>Appends an event, or buffers it while a workflow task is in flight.</summary>
    /// <param name="e">The event.</param>
    /// <param name="at">When it happened; now unless given.</param>
    public HistoryEvent Record(HistoryEvent e, DateTimeOffset? at = null)
    {
        if (!Buffering)
        {
            return Write(e, at);
        }

        e.EventTime = (at ?? now).ToTimestamp();
        e.EventType = EventTypes.Of(e);
        State = State with { Buffer = State.Buffer.Add(e) };
        return e;
    }

    /// <summary>Ends the batch: history pages are cut only between batches.</summary>
    public void EndBatch() => batch = null;

    /// <summary>Forgets all that was done, to begin again from the state before.</summary>
    public void Restart()
    {
        batches.Clear();
        batch = null;
        Tickets = [];
        Effects = [];
        Notices = [];
        Successor = null;
        VisibilityChanged = false;
        State = run.State;
        Buffering = run.State.TaskInFlight;
    }

    /// <summary>The run after the transition.</summary>
    public Run Finish() => run with { State = State with { TransitionCount = State.TransitionCount + 1 } };
}
