using FranceTravail.Parcours.Engine.Runs.Schedules;
using Temporalio.Api.Common.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Sdk.V1;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>A run to be made.</summary>
internal sealed record NewRun
{
    public required RunKey Key { get; init; }

    public string RunId => Key.RunId;

    public required WorkflowExecutionStartedEventAttributes Start { get; init; }

    public UserMetadata? UserMetadata { get; init; }

    /// <summary>Where the start came from.</summary>
    public IReadOnlyCollection<Link> Links { get; init; } = [];

    /// <summary>Request id of the start, for its repetitions.</summary>
    public required string RequestId { get; init; }

    /// <summary>The engine plays the run itself.</summary>
    public bool IsSystem { get; init; }

    /// <summary>The schedule that the run is, if it is one.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>Workflow id of the schedule that is told when the run's chain ends, if one is.</summary>
    public string? ScheduledBy { get; init; }

    /// <summary>The first task waits until the parent has recorded the start.</summary>
    public bool AwaitsParent { get; init; }

    /// <summary>A signal that comes with the start.</summary>
    public WorkflowExecutionSignaledEventAttributes? Signal { get; init; }

    /// <summary>Request id of that signal.</summary>
    public string SignalRequestId { get; init; } = "";

    /// <summary>The worker that starts the run takes its first task at once.</summary>
    public bool Eager { get; init; }
}
