using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>Too many events wait for a workflow task in flight: the task fails, so that they may be written.</summary>
internal static class BufferLimit
{
    public static void Enforce(Transition t)
    {
        var buffer = t.State.Buffer;
        if (!t.State.TaskInFlight || (buffer.Count <= t.Limits.BufferedEvents && (buffer.Count < 2 || buffer.Sum(e => e.CalculateSize()) <= t.Limits.BufferedSize)))
        {
            return;
        }

        FailWorkflowTask.Fail(t, WorkflowTaskFailedCause.ForceCloseCommand, null, ServiceNames.History);
        t.State = t.State with { TransientBase = t.State.NextEventId };
        t.ScheduleTask();
    }
}
