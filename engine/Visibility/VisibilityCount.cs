using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Visibility;

/// <summary>How many runs match; by status too where the query asked for it.</summary>
internal sealed record VisibilityCount(long Total, IReadOnlyList<(WorkflowExecutionStatus Status, long Count)> ByStatus);
