using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>The last run of a workflow that a schedule started closed: the schedule is told.</summary>
internal sealed record TellSchedule(string ScheduleWorkflowId, string FirstRunId, WorkflowExecutionStatus Status, HistoryEvent Closing) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        if (space.Current(source.Namespace, ScheduleWorkflowId) is { Open: true, State.Schedule: { } schedule } run && schedule.Running.Exists(r => r.RunId == FirstRunId))
        {
            space.Apply(run.Key, new ScheduledRunClosed(
                FirstRunId, Status, Closing.WorkflowExecutionCompletedEventAttributes?.Result, Closing.WorkflowExecutionFailedEventAttributes?.Failure));
        }
    }
}
