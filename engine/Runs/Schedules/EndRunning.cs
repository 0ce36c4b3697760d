using FranceTravail.Parcours.Engine.Runs.Closing;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>What runs of a schedule gives way to what is due.</summary>
internal sealed record EndRunning(bool ByForce) : IEffect
{
    public void CarryOut(IRunSpace space, RunKey source)
    {
        var identity = ScheduleNames.Identity(source);
        foreach (var started in space.Find(source)?.State.Schedule?.Running ?? [])
        {
            if (space.Current(source.Namespace, started.WorkflowId) is not { Open: true } run || run.Start.FirstExecutionRunId != started.RunId)
            {
                // It is gone without a word.
                space.Apply(source, new ScheduledRunClosed(started.RunId, WorkflowExecutionStatus.Unspecified, null, null));
            }
            else if (ByForce)
            {
                space.Apply(run.Key, new Terminate("terminated by schedule overlap policy", null, identity));
            }
            else
            {
                space.Apply(run.Key, new RequestCancel("cancelled by schedule overlap policy", identity));
            }
        }
    }
}
