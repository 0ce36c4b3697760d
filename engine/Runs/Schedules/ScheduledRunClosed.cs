using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>The schedule records how a workflow ended that it had started, and starts what waited for that.</summary>
internal sealed record ScheduledRunClosed(string RunId, WorkflowExecutionStatus Status, Payloads? Result, Failure? Failure) : IRunInput<bool>
{
    public bool Apply(Transition t)
    {
        ScheduleTurn.Make(t, Record);
        return true;
    }

    private Schedule Record(Schedule schedule)
    {
        var running = schedule.Running.FindIndex(r => r.RunId == RunId);
        var recent = schedule.Recent.FindIndex(a => a.Run.RunId == RunId);
        return Paused(schedule) with
        {
            Running = running < 0 ? schedule.Running : schedule.Running.RemoveAt(running),
            Recent = recent < 0 ? schedule.Recent : schedule.Recent.SetItem(recent, schedule.Recent[recent] with { Status = Status }),
            LastResult = Result ?? schedule.LastResult,
            LastFailure = Result is null ? Failure ?? schedule.LastFailure : null,
        };
    }

    /// <summary>The schedule, paused if it is to pause when a workflow of its fails.</summary>
    private Schedule Paused(Schedule schedule)
    {
        var id = schedule.Running.Find(r => r.RunId == RunId)?.WorkflowId;
        var note = Status switch
        {
            WorkflowExecutionStatus.Failed => $"paused due to workflow failure: {id}: {Failure?.Message}",
            WorkflowExecutionStatus.TimedOut => $"paused due to workflow timeout: {id}",
            _ => null,
        };
        return note is null || !schedule.Policies.PauseOnFailure || schedule.State.Paused
            ? schedule
            : schedule.With(state => (state.Paused, state.Notes) = (true, note));
    }
}
