using FranceTravail.Parcours.Engine.Runs.Signals;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>Starts a workflow, by its id policies: a new run, the one that is there, or a refusal.</summary>
internal static class StartWorkflow
{
    public static StartAnswer Begin(IRunSpace space, StartWorkflowExecutionRequest request, Signal? signal = null, string? scheduledBy = null)
    {
        var current = space.Current(request.Namespace, request.WorkflowId);
        var requestId = request.RequestId.Length > 0 ? request.RequestId : space.Chance.NewId();
        if (current is { State.IsSystem: false } && Repeated(space, current, requestId, request) is { } same)
        {
            return same;
        }

        if (current is { Open: true, State.IsSystem: false })
        {
            var conflict = request.WorkflowIdReusePolicy == WorkflowIdReusePolicy.TerminateIfRunning
                ? WorkflowIdConflictPolicy.TerminateExisting
                : request.WorkflowIdConflictPolicy;
            if (conflict == WorkflowIdConflictPolicy.UseExisting)
            {
                Attach(space, current, requestId, request);
                return new StartAnswer(space.Find(current.Key)!, false);
            }

            if (conflict != WorkflowIdConflictPolicy.TerminateExisting)
            {
                StartPolicies.RefuseIfTaken(current, request.WorkflowIdReusePolicy);
            }
        }
        else
        {
            StartPolicies.RefuseIfTaken(current, request.WorkflowIdReusePolicy);
        }

        var runId = space.Chance.NewId();
        if (current is { Open: true })
        {
            StartPolicies.Replace(space, current, runId);
        }

        var start = StartRequest.ToEvent(request, runId, space.Now, space.Catalog);
        var eager = request.RequestEagerExecution && start.FirstWorkflowTaskBackoff is null;
        start.EagerExecutionAccepted = eager;
        var run = space.Create(
            new NewRun
            {
                Key = new RunKey(request.Namespace, request.WorkflowId, runId),
                Start = start,
                UserMetadata = request.UserMetadata,
                Links = request.Links,
                RequestId = requestId,
                Signal = signal?.ToEvent(),
                SignalRequestId = signal?.RequestId ?? "",
                Eager = eager,
                ScheduledBy = scheduledBy,
            },
            out var eagerTask);
        return new StartAnswer(run, true, eagerTask);
    }

    /// <summary>The request was answered before: the same answer, and the eager task again while it is not done.</summary>
    private static StartAnswer? Repeated(IRunSpace space, Run current, string requestId, StartWorkflowExecutionRequest request)
    {
        if (current.State.StartRequestId == requestId)
        {
            var again = request.RequestEagerExecution && current.State.Task is { StartedTime: not null, Attempt: 1 } && !current.State.CompletedATask
                ? space.Apply(current.Key, new RepeatEagerTask())
                : null;
            return new StartAnswer(current, true, again);
        }

        return current.State.RequestIds.ContainsKey(AttachRequest.Prefix + requestId) ? new StartAnswer(current, false) : null;
    }

    private static void Attach(IRunSpace space, Run current, string requestId, StartWorkflowExecutionRequest request)
    {
        if (request.OnConflictOptions is { } options && (options.AttachRequestId || options.AttachCompletionCallbacks || options.AttachLinks))
        {
            space.Apply(current.Key, new AttachRequest(options.AttachRequestId ? requestId : ""));
        }
    }
}
