using FranceTravail.Parcours.Engine.Runs;
using Temporalio.Api.Query.V1;

namespace FranceTravail.Parcours.Engine.Matching;

/// <summary>A query that goes to a worker by itself, in a task of its own that leaves no trace.</summary>
internal sealed class QueryOffer(Run run, WorkflowQuery query, string? stickyQueue)
{
    private readonly TaskCompletionSource<WorkflowQueryResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = Guid.NewGuid().ToString();

    public Run Run => run;

    public WorkflowQuery Query => query;

    /// <summary>The sticky queue it was put on; its worker has the run in its cache and gets no history.</summary>
    public string? StickyQueue => stickyQueue;

    /// <summary>Nobody has answered and somebody still waits.</summary>
    public bool Waiting => !answer.Task.IsCompleted;

    public Task<WorkflowQueryResult> Answer => answer.Task;

    public bool Complete(WorkflowQueryResult result) => answer.TrySetResult(result);

    public void Abandon() => answer.TrySetCanceled();
}
