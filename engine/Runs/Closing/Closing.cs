using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Children;
using FranceTravail.Parcours.Engine.Runs.Schedules;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Closing;

/// <summary>The end of a run.</summary>
internal static class Closing
{
    /// <summary>Writes the closing event and sees to all that hangs on it: updates, children, the parent, the schedule, visibility.</summary>
    public static void Close(this Transition t, WorkflowExecutionStatus status, HistoryEvent e)
    {
        t.Buffering = false;
        t.Write(e);
        t.State = t.State with
        {
            Status = status,
            CloseTime = t.Now,
            Task = null,
            FirstTaskAt = null,
            AwaitsParent = false,
            Buffer = [],
            SuccessorRunId = t.Successor?.RunId,
        };
        t.VisibilityChanged = true;
        t.Tickets.Clear();
        EndUpdates(t);
        t.Effects.RemoveAll(x => x is not CloseChild);
        if (t.State.ResetRunId is not null)
        {
            // The run that goes on in its place has the same children and the same parent.
            return;
        }

        foreach (var child in t.State.Children.Values.Where(c => c.ParentClosePolicy != ParentClosePolicy.Abandon))
        {
            t.Effects.Add(new CloseChild(child));
        }

        if (t.Successor is null && t.Start.ParentWorkflowExecution is not null)
        {
            t.Effects.Add(new TellParent(t.Start, e));
        }

        if (t.Successor is null && t.State.ScheduledBy is { } schedule)
        {
            t.Effects.Add(new TellSchedule(schedule, t.Start.FirstExecutionRunId, status, e));
        }
    }

    /// <summary>Ends a workflow task in flight because the run ends by other means.</summary>
    public static void ForceCloseTask(this Transition t)
    {
        if (t.State.TaskInFlight)
        {
            FailWorkflowTask.Fail(t, WorkflowTaskFailedCause.ForceCloseCommand, null, ServiceNames.History);
        }
    }

    public static void CloseTerminated(this Transition t, string reason, Payloads? details, string identity, IReadOnlyCollection<Link>? links = null) =>
        t.Close(WorkflowExecutionStatus.Terminated, new HistoryEvent
        {
            Links = { links ?? [] },
            WorkflowExecutionTerminatedEventAttributes = new() { Reason = reason, Details = details, Identity = identity },
        });

    private static void EndUpdates(Transition t)
    {
        foreach (var update in t.State.Updates.Values.Where(u => u.Stage != UpdateStage.Completed))
        {
            t.Notices.Add(update.Stage == UpdateStage.Accepted
                ? new UpdateNotice(update.Id, UpdateAnswers.ClosedBefore)
                : new UpdateNotice(update.Id, null, t.Successor is null
                    ? Errors.NotFound("workflow update was aborted by closing workflow")
                    : Errors.Exhausted(ResourceExhaustedCause.BusyWorkflow, "workflow is closing")));
        }

        t.State = t.State with { Updates = t.State.Updates.RemoveRange(t.State.Updates.Values.Where(u => u.Stage is UpdateStage.Admitted or UpdateStage.Sent).Select(u => u.Id)) };
    }
}
