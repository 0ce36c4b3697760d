using Temporalio.Api.Query.V1;

namespace FranceTravail.Parcours.Engine.Queries;

/// <summary>A query that goes to a worker with a workflow task.</summary>
internal sealed class RidingQuery(WorkflowQuery query)
{
    public string Id { get; } = Guid.NewGuid().ToString();

    public WorkflowQuery Query => query;

    /// <summary>Serial of the task it rides on; 0 while it waits for one.</summary>
    public long Task { get; set; }

    /// <summary>Null: ask again.</summary>
    public TaskCompletionSource<WorkflowQueryResult?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
