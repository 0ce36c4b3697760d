using FranceTravail.Parcours.Engine.Runs.Tasks;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>Makes workflow tasks, and gives buffered events their ids.</summary>
internal static class Scheduling
{
    /// <summary>An update that waits only for a poller makes a real task after this.</summary>
    private static readonly TimeSpan SpeculativeStartBy = TimeSpan.FromSeconds(5);

    /// <summary>Schedules a workflow task unless one is pending, the run is closed or the engine's own, or its first task still waits.</summary>
    public static void ScheduleTask(this Transition t, bool evenInBackoff = false)
    {
        var s = t.State;
        if (!s.Open || s.IsSystem || s.Task is { Kind: not WorkflowTaskKind.Speculative } || s.TaskInFlight || (s.FirstTaskAt is not null && !evenInBackoff) || s.AwaitsParent)
        {
            return;
        }

        if (s.Task is not null)
        {
            t.MakeReal();
            return;
        }

        var attempt = s.NextAttempt > 1 && s.NextEventId == s.TransientBase ? s.NextAttempt : 1;
        t.State = s with { FirstTaskAt = null, NextAttempt = attempt };
        t.Put(attempt > 1 ? WorkflowTaskKind.Transient : WorkflowTaskKind.Normal, attempt);
    }

    /// <summary>Schedules a task that leaves no trace when it only brings rejections of updates. It does not wait for the first task, and does not end that wait.</summary>
    public static void ScheduleSpeculativeTask(this Transition t)
    {
        if (t.State is { Open: true, IsSystem: false, Task: null, AwaitsParent: false })
        {
            t.Put(WorkflowTaskKind.Speculative, 1);
        }
    }

    /// <summary>Writes the scheduled event that a speculative or transient task did not have; real events came before it.</summary>
    public static void MakeReal(this Transition t)
    {
        var task = t.State.Task!;
        var scheduled = t.Write(ScheduledEvent(t.Run, task, 1));
        t.State = t.State with { FirstTaskAt = null, NextAttempt = 1, Task = task with { Kind = WorkflowTaskKind.Normal, Attempt = 1, ScheduledEventId = scheduled.EventId } };
    }

    public static HistoryEvent ScheduledEvent(Run run, WorkflowTask task, int attempt) => new()
    {
        WorkflowTaskScheduledEventAttributes = new()
        {
            TaskQueue = task.StickyQueue is null
                ? new Temporalio.Api.TaskQueue.V1.TaskQueue { Name = run.Start.TaskQueue.Name, Kind = TaskQueueKind.Normal }
                : new Temporalio.Api.TaskQueue.V1.TaskQueue { Name = task.StickyQueue, Kind = TaskQueueKind.Sticky, NormalName = run.Start.TaskQueue.Name },
            StartToCloseTimeout = task.StartToClose.ToDuration(),
            Attempt = attempt,
        },
    };

    /// <summary>The ticket of a scheduled, not yet started workflow task.</summary>
    public static Ticket TaskTicket(Run run, WorkflowTask task) => new(
        run.Key,
        new QueueName(run.Key.Namespace, TaskKind.Workflow, task.StickyQueue ?? run.Start.TaskQueue.Name),
        task.Serial,
        FallbackQueue: task.StickyQueue is null ? null : run.Start.TaskQueue.Name,
        Priority: Ticket.PriorityOf(run.State.PriorityOf(run.Start)?.PriorityKey ?? 0),
        Since: task.ScheduledTime);

    /// <summary>Gives buffered events their ids: in order of arrival, but what closes an activity or a child goes behind all others.</summary>
    public static void FlushBuffer(this Transition t)
    {
        t.Buffering = false;
        var buffer = t.State.Buffer;
        if (buffer.IsEmpty)
        {
            return;
        }

        t.State = t.State with { Buffer = [] };
        var started = new Dictionary<long, long>();
        foreach (var e in buffer.Where(e => !Closes(e)).Concat(buffer.Where(Closes)))
        {
            var written = e.Clone();
            if (written.StartedEventId() == 0 && written.SubjectId() is { } subject && started.TryGetValue(subject, out var startedId))
            {
                written.SetStartedEventId(startedId);
            }

            t.Write(written, written.EventTime.ToDateTimeOffset());
            if (written.EventType is EventType.ActivityTaskStarted)
            {
                started[written.ActivityTaskStartedEventAttributes.ScheduledEventId] = written.EventId;
            }
            else if (written.EventType is EventType.ChildWorkflowExecutionStarted)
            {
                var initiated = written.ChildWorkflowExecutionStartedEventAttributes.InitiatedEventId;
                started[initiated] = written.EventId;
                if (t.State.Children.TryGetValue(initiated, out var child))
                {
                    t.State = t.State with { Children = t.State.Children.SetItem(initiated, child with { StartedEventId = written.EventId }) };
                }
            }
        }
    }

    private static void Put(this Transition t, WorkflowTaskKind kind, int attempt)
    {
        var s = t.State;
        var sticky = s.Sticky;
        var task = new WorkflowTask
        {
            Kind = kind,
            Serial = s.Serial + 1,
            Attempt = attempt,
            ScheduledEventId = s.NextEventId,
            ScheduledTime = t.Now,
            StartToClose = Patience(t, attempt),
            StickyQueue = sticky?.Name,
            StartBy = kind == WorkflowTaskKind.Speculative ? t.Now + SpeculativeStartBy : sticky is null ? null : t.Now + sticky.ScheduleToStart,
        };
        t.State = s with { Serial = task.Serial };
        if (kind == WorkflowTaskKind.Normal)
        {
            task = task with { ScheduledEventId = t.Write(ScheduledEvent(t.Run, task, attempt)).EventId };
        }

        t.State = t.State with { Task = task };
        t.Tickets.Add(TaskTicket(t.Run, task));
    }

    /// <summary>The workflow task timeout; from the fourth attempt on it grows, which is the backoff of a task that times out.</summary>
    private static TimeSpan Patience(Transition t, int attempt)
    {
        var timeout = t.Start.WorkflowTaskTimeout.ToSpan();
        if (attempt < 4)
        {
            return timeout;
        }

        var growth = Math.Min(5 * Math.Pow(2, attempt - 4), 600);
        return timeout + TimeSpan.FromSeconds(growth * (0.8 + (0.2 * t.Chance.Next())));
    }

    private static bool Closes(HistoryEvent e) => e.EventType is
        EventType.ActivityTaskCompleted or EventType.ActivityTaskFailed or EventType.ActivityTaskTimedOut or EventType.ActivityTaskCanceled
        or EventType.ChildWorkflowExecutionCompleted or EventType.ChildWorkflowExecutionFailed or EventType.ChildWorkflowExecutionCanceled
        or EventType.ChildWorkflowExecutionTimedOut or EventType.ChildWorkflowExecutionTerminated;
}
