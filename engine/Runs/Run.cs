using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Runs;

/// <summary>
/// One run as the heart sees it: what it was started with, which never changes, and its state, which each transition replaces.
/// </summary>
/// <param name="Key">Its name.</param>
/// <param name="Number">Its number in the file: later runs have higher numbers.</param>
/// <param name="StartEvent">Event 1.</param>
/// <param name="State">What has become of it.</param>
internal sealed record Run(RunKey Key, long Number, HistoryEvent StartEvent, RunState State)
{
    public WorkflowExecutionStartedEventAttributes Start => StartEvent.WorkflowExecutionStartedEventAttributes;

    /// <summary>The check of the last part of its history, on which the next one's rests. The store sees to it.</summary>
    public long Chain { get; init; }

    public bool Open => State.Open;
}
