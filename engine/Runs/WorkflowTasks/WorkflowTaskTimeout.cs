using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>A workflow task that nobody took from its sticky queue, or that its worker did not finish.</summary>
internal static class WorkflowTaskTimeout
{
    public static DateTimeOffset? Deadline(RunState s) => s.Task is not { } task ? null : task.StartedTime is { } started ? started.After(task.StartToClose) : task.StartBy;

    public static void Fire(Transition t)
    {
        var task = t.State.Task!;
        if (task.StartedTime is not null)
        {
            Write(t, task, TimeoutType.StartToClose);
        }
        else
        {
            NotTaken(t, task);
        }

        t.ScheduleTask();
    }

    /// <summary>Ends the started task as timed out; a repeated attempt leaves no event.</summary>
    public static void Write(Transition t, WorkflowTask task, TimeoutType type)
    {
        if (task.Kind == WorkflowTaskKind.Speculative)
        {
            StartWorkflowTask.WriteEvents(t, task);
        }

        if (task.Kind != WorkflowTaskKind.Transient)
        {
            t.Write(TimedOut(task.ScheduledEventId, task.StartedEventId, type));
            TaskProblem.Note(t, TaskProblem.TimedOut(type));
        }

        FailWorkflowTask.End(t, task);
    }

    private static void NotTaken(Transition t, WorkflowTask task)
    {
        if (task.Kind == WorkflowTaskKind.Speculative)
        {
            t.State = t.State with { FirstTaskAt = null };
            task = task with { ScheduledEventId = t.Write(Scheduling.ScheduledEvent(t.Run, task, task.Attempt), task.ScheduledTime).EventId };
            t.EndBatch();
        }

        if (task.Kind != WorkflowTaskKind.Transient)
        {
            t.Write(TimedOut(task.ScheduledEventId, 0, TimeoutType.ScheduleToStart));
        }

        t.State = t.State with { Task = null, Sticky = null, NextAttempt = task.Attempt, TransientBase = t.State.NextEventId };
    }

    private static HistoryEvent TimedOut(long scheduledEventId, long startedEventId, TimeoutType type) => new()
    {
        WorkflowTaskTimedOutEventAttributes = new() { ScheduledEventId = scheduledEventId, StartedEventId = startedEventId, TimeoutType = type },
    };
}
