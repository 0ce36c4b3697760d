using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Schedules;
using FranceTravail.Parcours.Engine.Runs.Timers;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Deadlines;

/// <summary>What a run waits for in time. All of it follows from the state; only the earliest moment is kept beside it in the file.</summary>
internal readonly record struct Deadline(DateTimeOffset At, DeadlineKind Kind, long EventId = 0, TimeoutType? Timeout = null)
{
    /// <summary>The earliest deadline of a run; null when it waits for nobody but people.</summary>
    public static Deadline? Next(RunState s)
    {
        if (!s.Open)
        {
            return null;
        }

        Deadline? next = null;
        Consider(s.ExecutionExpiresAt, DeadlineKind.Execution);
        Consider(s.RunExpiresAt, DeadlineKind.Run);
        Consider(s.AwaitsParent ? null : s.FirstTaskAt, DeadlineKind.FirstTask);
        Consider(WorkflowTaskTimeout.Deadline(s), DeadlineKind.WorkflowTask);
        Consider(s.Schedule?.WakeAt, DeadlineKind.Schedule);
        foreach (var timer in s.Timers.Values)
        {
            Consider(timer.FiresAt, DeadlineKind.UserTimer);
        }

        foreach (var activity in s.Activities.Values)
        {
            if (ActivityTimeouts.Next(activity) is { } due)
            {
                Consider(due.At, DeadlineKind.Activity, activity.ScheduledEventId, due.Type);
            }
        }

        return next;

        void Consider(DateTimeOffset? at, DeadlineKind kind, long eventId = 0, TimeoutType? timeout = null)
        {
            if (at is { } moment && (next is null || moment < next.Value.At))
            {
                next = new Deadline(moment, kind, eventId, timeout);
            }
        }
    }

    /// <summary>What happens now that the deadline has come.</summary>
    public void Fire(Transition t)
    {
        switch (Kind)
        {
            case DeadlineKind.Execution: RunTimeouts.Fire(t, execution: true); break;
            case DeadlineKind.Run: RunTimeouts.Fire(t, execution: false); break;
            case DeadlineKind.FirstTask:
                t.State = t.State with { FirstTaskAt = null };
                t.ScheduleTask();
                break;
            case DeadlineKind.WorkflowTask: WorkflowTaskTimeout.Fire(t); break;
            case DeadlineKind.Schedule: ScheduleTurn.Make(t); break;
            case DeadlineKind.UserTimer: FireTimers.Due(t, At); break;
            default: ActivityTimeouts.Fire(t, t.State.Activities[EventId], Timeout); break;
        }
    }
}
