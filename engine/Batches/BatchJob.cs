using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Batches;

/// <summary>One operation on many runs: those that were named, or that a query found when it was started.</summary>
internal sealed record BatchJob
{
    public required StartBatchOperationRequest Request { get; init; }

    /// <summary>Names the job where a Temporal service names the run of its batch workflow.</summary>
    public required string RunId { get; init; }

    /// <summary>Names the request that started it, as one that starts a workflow is named.</summary>
    public required string RequestId { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    /// <summary>Runs to be acted on.</summary>
    public required long Total { get; init; }

    public DateTimeOffset? CloseTime { get; init; }

    public BatchOperationState State { get; init; } = BatchOperationState.Running;

    public long Completed { get; init; }

    public long Failed { get; init; }

    public string Namespace => Request.Namespace;

    public string JobId => Request.JobId;

    /// <summary>Runs acted on so far: the position of the next one.</summary>
    public long Done => Completed + Failed;

    /// <summary>One more run is done; after the last one the job is too.</summary>
    public BatchJob After(bool success, DateTimeOffset now)
    {
        var next = success ? this with { Completed = Completed + 1 } : this with { Failed = Failed + 1 };
        return next.Done < Total ? next : next with { State = BatchOperationState.Completed, CloseTime = now };
    }
}
