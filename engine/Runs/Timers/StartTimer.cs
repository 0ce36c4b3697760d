using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Command.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Timers;

/// <summary>The workflow starts a timer; one of no duration fires at once.</summary>
internal static class StartTimer
{
    private const WorkflowTaskFailedCause Bad = WorkflowTaskFailedCause.BadStartTimerAttributes;

    public static void CarryOut(Completion c, Command command)
    {
        var t = c.T;
        var a = command.StartTimerCommandAttributes;
        CommandTable.Require(a is not null, Bad, "StartTimerCommandAttributes is not set on StartTimerCommand.");
        CommandTable.Require(a!.TimerId.Length > 0, Bad, "TimerId is not set on StartTimerCommand.");
        CommandTable.Require(Ids.Fits(a.TimerId, t.Limits), Bad, $"TimerId on StartTimerCommand exceeds length limit. TimerId={a.TimerId} Length={Ids.Length(a.TimerId)} Limit={t.Limits.IdLength}");
        CommandTable.Require(!a.StartToFireTimeout.IsNegative(), Bad, $"An invalid StartToFireTimeout is set on StartTimerCommand: negative duration. TimerId={a.TimerId}");
        CommandTable.Require(
            !c.Timers.ContainsKey(a.TimerId),
            WorkflowTaskFailedCause.StartTimerDuplicateId,
            $"invalid history builder state for action: add-timer-started-event, TimerID: {a.TimerId}");
        var e = c.Write(command, new()
        {
            TimerStartedEventAttributes = new() { TimerId = a.TimerId, StartToFireTimeout = a.StartToFireTimeout, WorkflowTaskCompletedEventId = c.CompletedEventId },
        });
        c.Timers.Add(a.TimerId, e.EventId);
        t.State = t.State with { Timers = t.State.Timers.Add(e.EventId, UserTimer.Of(e)) };
    }
}
