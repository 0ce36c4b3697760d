using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.Updates;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>A worker completes a workflow task with commands and messages.</summary>
internal sealed record CompleteWorkflowTask(long Serial, RespondWorkflowTaskCompletedRequest Request) : IRunInput<CompletedTask>
{
    private static readonly TimeSpan LongestHeartbeat = TimeSpan.FromMinutes(30);

    private bool Heartbeat => Request.ForceCreateNewWorkflowTask && Request.Commands.Count == 0 && Request.Messages.Count == 0;

    public CompletedTask Apply(Transition t)
    {
        if (!t.State.Open || t.State.Task is not { StartedTime: not null } task || task.Serial != Serial)
        {
            throw Errors.WorkflowTaskUnknown();
        }

        CommandSequence.Check(Request.Commands, t.Catalog);
        if (LeavesNoTrace(t, task))
        {
            return Drop(t, task);
        }

        try
        {
            return Keep(t, task);
        }
        catch (CommandRefusedException refused)
        {
            t.Restart();
            return Refuse(t, task, refused);
        }
    }

    private CompletedTask Keep(Transition t, WorkflowTask task)
    {
        if (Heartbeat && t.State.HeartbeatSince is { } since && t.Now - since > LongestHeartbeat)
        {
            WorkflowTaskTimeout.Write(t, task, TimeoutType.StartToClose);
            t.ScheduleTask();
            t.Refusal = Errors.NotFound("workflow task heartbeat timeout");
            return new CompletedTask(null, 0);
        }

        StartWorkflowTask.WriteEvents(t, task);
        var completed = t.Write(new HistoryEvent
        {
            WorkflowTaskCompletedEventAttributes = new()
            {
                ScheduledEventId = task.Kind == WorkflowTaskKind.Normal ? task.ScheduledEventId : t.State.NextEventId - 2,
                StartedEventId = task.StartedEventId,
                Identity = Request.Identity,
                BinaryChecksum = Request.BinaryChecksum,
                SdkMetadata = Request.SdkMetadata,
                MeteringMetadata = Request.MeteringMetadata,
                WorkerVersion = Request.WorkerVersionStamp,
            },
        });
        t.State = t.State with
        {
            Task = null,
            NextAttempt = 1,
            LastTaskStartedId = task.StartedEventId,
            LastTaskCompletedId = completed.EventId,
            HeartbeatSince = Heartbeat ? t.State.HeartbeatSince ?? task.ScheduledTime : null,
        };
        TaskProblem.Clear(t);
        Builds.Note(t, completed);
        SetSticky(t);
        var completion = new Completion(t, Request.Identity, Request.Messages)
        {
            CompletedEventId = completed.EventId,
            UnseenEvents = !t.State.Buffer.IsEmpty,
        };
        foreach (var command in Request.Commands)
        {
            CommandTable.CarryOut(completion, command);
        }

        if (t.State.Open)
        {
            foreach (var message in completion.Remaining.ToList())
            {
                UpdateAnswers.Take(completion, message);
            }
        }

        if (t.State.Open)
        {
            Continue(t);
        }

        return new CompletedTask(Hand(t, completed.EventId), 0);
    }

    /// <summary>What is due after a task that leaves the run open: the events that waited, and the next task.</summary>
    private void Continue(Transition t)
    {
        if (!Heartbeat)
        {
            UpdateAnswers.RejectUnanswered(t);
        }

        var unseen = !t.State.Buffer.IsEmpty;
        t.FlushBuffer();
        HistoryLimit.Enforce(t);
        if (unseen || Request.ForceCreateNewWorkflowTask)
        {
            t.ScheduleTask();
        }
        else if (t.State.Updates.Values.Any(u => u.Stage == UpdateStage.Admitted))
        {
            t.ScheduleSpeculativeTask();
        }
    }

    /// <summary>Starts the next task in the same transition, if there is one and the worker asked for it.</summary>
    private StartedTask? Hand(Transition t, long firstEventId)
    {
        if (!Request.ReturnNewWorkflowTask || t.State.Task is not { StartedTime: null } next)
        {
            return null;
        }

        t.Tickets.RemoveAll(x => x.Activity == 0 && x.Serial == next.Serial);
        return StartWorkflowTask.Start(t, Request.Identity, "request-from-RespondWorkflowTaskCompleted", firstEventId);
    }

    private void SetSticky(Transition t)
    {
        var sticky = Request.StickyAttributes;
        t.State = t.State with
        {
            Sticky = string.IsNullOrEmpty(sticky?.WorkerTaskQueue?.Name)
                ? null
                : new StickyQueue(sticky.WorkerTaskQueue.Name, sticky.ScheduleToStartTimeout.ToSpan() is var s && s > TimeSpan.Zero ? s : TimeSpan.FromSeconds(10)),
        };
    }

    /// <summary>A task made only for updates, all of which are rejected, is forgotten.</summary>
    private bool LeavesNoTrace(Transition t, WorkflowTask task)
    {
        var shipped = task.ScheduledEventId - t.State.LastTaskCompletedId - 1;
        return task.Kind == WorkflowTaskKind.Speculative && Request.Commands.Count == 0 && !Request.ForceCreateNewWorkflowTask && t.State.Buffer.IsEmpty
            && Request.Messages.All(m => m.Body?.TypeUrl.EndsWith("/temporal.api.update.v1.Rejection", StringComparison.Ordinal) == true)
            && (shipped == 0 || (shipped <= 10 && Request.Capabilities?.DiscardSpeculativeWorkflowTaskWithEvents == true));
    }

    private CompletedTask Drop(Transition t, WorkflowTask task)
    {
        t.State = t.State with { Task = null };
        SetSticky(t);
        var completion = new Completion(t, Request.Identity, Request.Messages) { CompletedEventId = 0 };
        foreach (var message in completion.Remaining.ToList())
        {
            UpdateAnswers.Take(completion, message);
        }

        UpdateAnswers.RejectUnanswered(t);
        t.Buffering = false;
        if (!t.State.CompletedATask && t.State.FirstTaskAt is null)
        {
            // The first task fell due while this one was in flight.
            t.ScheduleTask();
        }
        else if (t.State.Updates.Values.Any(u => u.Stage == UpdateStage.Admitted))
        {
            t.ScheduleSpeculativeTask();
        }

        return new CompletedTask(Hand(t, t.State.LastTaskStartedId + 1), t.State.LastTaskStartedId);
    }

    /// <summary>Fails the task for a bad command. A repeated attempt stays in flight instead: a corrected completion is accepted.</summary>
    private CompletedTask Refuse(Transition t, WorkflowTask task, CommandRefusedException refused)
    {
        var error = Errors.Invalid(refused.Message);
        if (task.Attempt > 1 && refused.Cause != WorkflowTaskFailedCause.UnhandledCommand)
        {
            throw error;
        }

        UpdateAnswers.AbortSent(t);
        FailWorkflowTask.Fail(
            t,
            refused.Cause,
            new Failure { Message = refused.Message, ServerFailureInfo = new() },
            Request.Identity);
        if (refused.Terminates)
        {
            t.CloseTerminated(refused.Message, null, ServiceNames.History);
        }
        else
        {
            t.ScheduleTask();
        }

        t.Refusal = error;
        return new CompletedTask(null, 0);
    }
}
