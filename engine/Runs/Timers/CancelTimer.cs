using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Timers;

/// <summary>The workflow cancels a timer; one that fired unseen, while the task was in flight, counts as not fired.</summary>
internal static class CancelTimer
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadCancelTimerAttributes;

    public static void CarryOut(Completion c, Command command)
    {
        var t = c.T;
        CommandTable.Require(command.CancelTimerCommandAttributes is not null, Bad, "CancelTimerCommandAttributes is not set on CancelTimerCommand.");
        var id = command.CancelTimerCommandAttributes!.TimerId;
        CommandTable.Require(id.Length > 0, Bad, "TimerId is not set on CancelTimerCommand.");
        CommandTable.Require(Ids.Fits(id, t.Limits), Bad, $"TimerId on CancelTimerCommand exceeds length limit. TimerId={id} Length={Ids.Length(id)} Limit={t.Limits.IdLength}");
        if (c.Timers.Remove(id, out var startedId))
        {
            t.State = t.State with { Timers = t.State.Timers.Remove(startedId) };
        }
        else
        {
            var fired = t.State.Buffer.Find(e => e.EventType == EventType.TimerFired && e.TimerFiredEventAttributes.TimerId == id);
            CommandTable.Require(fired is not null, Bad, $"invalid history builder state for action: add-timer-canceled-event, TimerID: {id}");
            startedId = fired!.TimerFiredEventAttributes.StartedEventId;
            t.State = t.State with { Buffer = t.State.Buffer.Remove(fired) };
            c.UnseenEvents = !t.State.Buffer.IsEmpty;
        }

        c.Write(command, new()
        {
            TimerCanceledEventAttributes = new()
            {
                TimerId = id,
                StartedEventId = startedId,
                WorkflowTaskCompletedEventId = c.CompletedEventId,
                Identity = c.Identity,
            },
        });
    }
}
