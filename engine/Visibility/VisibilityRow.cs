using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Visibility;

/// <summary>What lists, counts and queries know of one run: written at its start, at each change of attributes or memo, and at its close.</summary>
/// <remarks>
/// <see cref="HistoryLength"/>, <see cref="HistorySizeBytes"/>, <see cref="ExecutionDuration"/> and <see cref="StateTransitionCount"/>
/// count from the close only: while <see cref="CloseTime"/> is absent they are null to queries and zero in the listed row.
/// <see cref="SearchAttributes"/> carries the type of each value in its payload's metadata.
/// </remarks>
internal sealed record VisibilityRow
{
    public required string Namespace { get; init; }

    public required string WorkflowId { get; init; }

    public required string RunId { get; init; }

    public required string WorkflowType { get; init; }

    public required string TaskQueue { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    /// <summary>Gets the start time plus the delay before the first workflow task.</summary>
    public required DateTimeOffset ExecutionTime { get; init; }

    public DateTimeOffset? CloseTime { get; init; }

    public required WorkflowExecutionStatus Status { get; init; }

    public long HistoryLength { get; init; }

    public long HistorySizeBytes { get; init; }

    public TimeSpan? ExecutionDuration { get; init; }

    public long StateTransitionCount { get; init; }

    public string? ParentWorkflowId { get; init; }

    public string? ParentRunId { get; init; }

    /// <summary>Gets the root's workflow id: the run's own when it has no parent.</summary>
    public required string RootWorkflowId { get; init; }

    public required string RootRunId { get; init; }

    public Memo? Memo { get; init; }

    public SearchAttributes? SearchAttributes { get; init; }
}
