using FranceTravail.Parcours.Engine.Runs.WorkflowTasks;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>A start that found the workflow running leaves its request id there, so that its repetitions are known.</summary>
internal sealed record AttachRequest(string RequestId) : IRunInput<bool>
{
    /// <summary>Keeps start requests apart from signals among the request ids.</summary>
    public const string Prefix = "start/";

    public bool Apply(Transition t)
    {
        if (RequestId.Length > 0)
        {
            t.State = t.State with { RequestIds = t.State.RequestIds.Add(Prefix + RequestId) };
        }

        t.Record(new HistoryEvent { WorkflowExecutionOptionsUpdatedEventAttributes = new() { AttachedRequestId = RequestId } });
        return true;
    }
}

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
