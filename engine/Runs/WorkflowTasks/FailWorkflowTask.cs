using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Activities;
using FranceTravail.Parcours.Engine.Runs.Closing;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>A worker reports that it could not do a workflow task.</summary>
internal sealed record FailWorkflowTask(long Serial, WorkflowTaskFailedCause Cause, Failure? Failure, string Identity) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        if (!t.State.Open)
        {
            throw Errors.WorkflowCompleted();
        }

        if (t.State.Task is not { StartedTime: not null } task || task.Serial != Serial)
        {
            throw Errors.WorkflowTaskUnknown();
        }

        if (Cause == WorkflowTaskFailedCause.GrpcMessageTooLarge)
        {
            t.ForceCloseTask();
            t.CloseTerminated("GrpcMessageTooLarge", null, ServiceNames.History);
            return true;
        }

        var failure = Failure?.CalculateSize() > t.Limits.BlobSize ? ActivityEnding.TooLarge(Failure, t.Limits.LargeBlobSize, nonRetryable: true) : Failure;
        Fail(t, Cause, failure, Identity);
        t.ScheduleTask();
        return true;
    }

    /// <summary>Ends the task in flight as failed; a repeated failure leaves no event.</summary>
    public static void Fail(Transition t, WorkflowTaskFailedCause cause, Failure? failure, string identity)
    {
        var task = t.State.Task!;
        if (task.Kind == WorkflowTaskKind.Speculative)
        {
            StartWorkflowTask.WriteEvents(t, task);
        }

        if (task.Kind != WorkflowTaskKind.Transient)
        {
            t.Write(new HistoryEvent
            {
                WorkflowTaskFailedEventAttributes = new()
                {
                    ScheduledEventId = task.ScheduledEventId,
                    StartedEventId = task.StartedEventId,
                    Cause = cause,
                    Failure = failure,
                    Identity = identity,
                },
            });
            TaskProblem.Note(t, TaskProblem.Failed(cause));
        }

        End(t, task);
    }

    /// <summary>Clears the task, raises the attempt (not after a sticky one), and lets the buffered events in.</summary>
    public static void End(Transition t, WorkflowTask task)
    {
        t.State = t.State with
        {
            Task = null,
            Sticky = null,
            HeartbeatSince = null,
            NextAttempt = task.WasSticky ? 1 : task.Attempt + 1,
            TransientBase = t.State.NextEventId,
        };
        TaskProblem.Report(t, task);
        t.FlushBuffer();
    }
}
