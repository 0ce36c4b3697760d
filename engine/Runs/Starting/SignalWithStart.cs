using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs.Signals;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Runs.Starting;

/// <summary>Signals the open run of a workflow id, or starts one that has the signal from the beginning.</summary>
internal static class SignalWithStart
{
    public static StartAnswer Begin(IRunSpace space, StartWorkflowExecutionRequest request, Signal signal)
    {
        if (request.WorkflowIdConflictPolicy == WorkflowIdConflictPolicy.Fail)
        {
            throw Errors.Invalid("Invalid WorkflowIDConflictPolicy: WORKFLOW_ID_CONFLICT_POLICY_FAIL is not supported for this operation.");
        }

        var current = space.Current(request.Namespace, request.WorkflowId);
        if (current is { State.IsSystem: false } && request.RequestId.Length > 0 && current.State.StartRequestId == request.RequestId)
        {
            return new StartAnswer(current, false);
        }

        var terminates = request.WorkflowIdConflictPolicy == WorkflowIdConflictPolicy.TerminateExisting || request.WorkflowIdReusePolicy == WorkflowIdReusePolicy.TerminateIfRunning;
        if (current is { Open: true, State.IsSystem: false } && !terminates)
        {
            space.Apply(current.Key, signal with { EvenInBackoff = true });
            return new StartAnswer(current, false);
        }

        return StartWorkflow.Begin(space, request, signal);
    }
}
