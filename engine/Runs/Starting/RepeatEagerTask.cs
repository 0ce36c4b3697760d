using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>The eager first task once more, for a caller whose first answer was lost.</summary>
internal sealed record RepeatEagerTask : IRunInput<StartedTask?>
{
    public StartedTask? Apply(Transition t) => t.State.Task is { StartedTime: not null, Kind: WorkflowTaskKind.Normal } task
        ? new StartedTask
        {
            Key = t.Key,
            RunNumber = t.Run.Number,
            Start = t.Start,
            Task = task,
            PreviousStartedEventId = 0,
            FirstEventId = 1,
            LastEventId = task.StartedEventId,
            Tail = [],
            Messages = [],
        }
        : null;
}
