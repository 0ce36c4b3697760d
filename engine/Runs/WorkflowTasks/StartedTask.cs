using Temporalio.Api.History.V1;
using Temporalio.Api.Protocol.V1;

namespace FranceTravail.Parcours.Engine.Runs.WorkflowTasks;

/// <summary>A workflow task that was handed to a worker: all that its poll response says, but for the history itself.</summary>
internal sealed record StartedTask
{
    public required RunKey Key { get; init; }

    public required long RunNumber { get; init; }

    public required WorkflowExecutionStartedEventAttributes Start { get; init; }

    public required WorkflowTask Task { get; init; }

    public required long PreviousStartedEventId { get; init; }

    /// <summary>First event the worker needs.</summary>
    public required long FirstEventId { get; init; }

    /// <summary>Last event that is written; <see cref="Tail"/> follows.</summary>
    public required long LastEventId { get; init; }

    /// <summary>Scheduled and started events of a task that are not written (yet).</summary>
    public required IReadOnlyList<HistoryEvent> Tail { get; init; }

    public required IReadOnlyList<Message> Messages { get; init; }
}
