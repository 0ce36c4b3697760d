using FranceTravail.Parcours.Engine.Runs.Updates;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>A poller takes the scheduled workflow task. Answers null when the task no longer stands.</summary>
/// <param name="Serial">The task of the ticket.</param>
/// <param name="StickyQueue">The sticky queue that was polled; null for the normal queue.</param>
/// <param name="Identity">The worker's.</param>
internal sealed record StartWorkflowTask(long Serial, string? StickyQueue, string Identity) : IRunInput<StartedTask?>
{
    public StartedTask? Apply(Transition t)
    {
        var task = t.State.Task;
        if (!t.State.Open || task is null || task.Serial != Serial || task.StartedTime is not null || (StickyQueue is not null && t.State.Sticky?.Name != StickyQueue))
        {
            return null;
        }

        if (StickyQueue is null)
        {
            t.State = t.State with { Sticky = null };
        }

        return Start(t, Identity, t.Chance.NewId(), StickyQueue is null ? 1 : t.State.LastTaskStartedId + 1);
    }

    /// <summary>Starts the scheduled task.</summary>
    public static StartedTask Start(Transition t, string identity, string requestId, long firstEventId)
    {
        if (t.State.Task!.Kind != WorkflowTaskKind.Normal && t.State.Task.ScheduledEventId != t.State.NextEventId)
        {
            t.MakeReal();
        }

        var task = t.State.Task! with
        {
            StartedTime = t.Now,
            StartBy = null,
            Identity = identity,
            RequestId = requestId,
            HistorySizeAtStart = t.State.HistorySize,
        };
        var startedId = task.Kind == WorkflowTaskKind.Normal ? t.State.NextEventId : task.ScheduledEventId + 1;
        task = task with
        {
            StartedEventId = startedId,
            TooManyEvents = startedId >= t.Limits.SuggestContinueAsNewEvents,
            SuggestContinueAsNew = startedId >= t.Limits.SuggestContinueAsNewEvents || t.State.HistorySize >= t.Limits.SuggestContinueAsNewSize
                || t.State.Updates.Count >= t.Limits.Updates * 9 / 10,
        };
        IReadOnlyList<HistoryEvent> tail = [];
        if (task.Kind == WorkflowTaskKind.Normal)
        {
            t.Write(StartedEvent(task));
            t.EndBatch();
        }
        else
        {
            tail = Unwritten(t.Run, task);
        }

        t.State = t.State with { Task = task };
        t.Buffering = true;
        return new StartedTask
        {
            Key = t.Key,
            RunNumber = t.Run.Number,
            Start = t.Start,
            Task = task,
            PreviousStartedEventId = t.State.LastTaskStartedId,
            FirstEventId = firstEventId,
            LastEventId = t.State.NextEventId - 1,
            Tail = tail,
            Messages = Send(t, startedId - 1),
        };
    }

    public static HistoryEvent StartedEvent(WorkflowTask task)
    {
        var attributes = new WorkflowTaskStartedEventAttributes
        {
            ScheduledEventId = task.ScheduledEventId,
            Identity = task.Identity,
            RequestId = task.RequestId,
            SuggestContinueAsNew = task.SuggestContinueAsNew,
            HistorySizeBytes = task.HistorySizeAtStart,
        };
        if (task.TooManyEvents)
        {
            attributes.SuggestContinueAsNewReasons.Add(SuggestContinueAsNewReason.TooManyHistoryEvents);
        }

        return new HistoryEvent { WorkflowTaskStartedEventAttributes = attributes };
    }

    /// <summary>Writes the events of a task that had none.</summary>
    public static void WriteEvents(Transition t, WorkflowTask task)
    {
        if (task.Kind == WorkflowTaskKind.Normal)
        {
            return;
        }

        t.State = t.State with { FirstTaskAt = null };
        t.Write(Scheduling.ScheduledEvent(t.Run, task, task.Attempt), task.ScheduledTime);
        t.Write(StartedEvent(task), task.StartedTime);
        t.EndBatch();
    }

    /// <summary>The events of a task that has not written them, as readers of the history see them: without the worker's identity.</summary>
    /// <remarks>None once other events took the ids that they would have had: the task gets new ones when it starts.</remarks>
    public static IReadOnlyList<HistoryEvent> Unseen(Run run, WorkflowTask task) =>
        task.ScheduledEventId == run.State.NextEventId ? Unwritten(run, task with { Identity = "" }) : [];

    /// <summary>The scheduled and started events of a task that has not written them, as its worker sees them.</summary>
    private static IReadOnlyList<HistoryEvent> Unwritten(Run run, WorkflowTask task)
    {
        var scheduled = Scheduling.ScheduledEvent(run, task, task.Attempt);
        Stamp(scheduled, task.ScheduledEventId, task.ScheduledTime);
        if (task.StartedTime is not { } startedTime)
        {
            return [scheduled];
        }

        var started = StartedEvent(task);
        Stamp(started, task.StartedEventId, startedTime);
        return [scheduled, started];
    }

    private static void Stamp(HistoryEvent e, long id, DateTimeOffset at)
    {
        e.EventId = id;
        e.EventTime = at.ToTimestamp();
        e.EventType = EventTypes.Of(e);
    }

    private static List<Message> Send(Transition t, long sequencing)
    {
        var waiting = t.State.Updates.Values.Where(u => u.Stage is UpdateStage.Admitted or UpdateStage.Sent && u.Request is not null).OrderBy(u => u.Sequence).ToList();
        if (waiting.Count == 0)
        {
            return [];
        }

        t.State = t.State with { Updates = t.State.Updates.SetItems(waiting.Select(u => KeyValuePair.Create(u.Id, u with { Stage = UpdateStage.Sent }))) };
        return waiting.ConvertAll(u => new Message
        {
            Id = $"{u.Id}/request",
            ProtocolInstanceId = u.Id,
            EventId = sequencing,
            Body = Any.Pack(u.Request!),
        });
    }
}
