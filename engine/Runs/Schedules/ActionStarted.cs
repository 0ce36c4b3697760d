using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Runs.Schedules;

/// <summary>The schedule records what it has started.</summary>
internal sealed record ActionStarted(BufferedStart Start, StartedRun Started, bool Tracked) : IRunInput<bool>
{
    private const int Remembered = 10;

    public bool Apply(Transition t)
    {
        var schedule = t.State.Schedule!;
        var recent = schedule.Recent.Add(new ActionTaken(Start.Actual, t.Now, Started, WorkflowExecutionStatus.Running));
        t.State = t.State with
        {
            Schedule = schedule with
            {
                ActionCount = schedule.ActionCount + 1,
                Recent = recent.Count > Remembered ? recent.RemoveAt(0) : recent,
                Running = Tracked ? schedule.Running.Add(Started) : schedule.Running,
                Starting = schedule.Starting && !Tracked,
            },
        };
        return true;
    }
}
