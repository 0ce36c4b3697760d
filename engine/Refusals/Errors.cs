using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;

namespace FranceTravail.Parcours.Engine.Refusals;

/// <summary>The refusals that a Temporal service gives, each with its status, text and typed detail.</summary>
internal static class Errors
{
    public static Refusal Invalid(string message) => new(RefusalKind.InvalidArgument, message);

    public static Refusal NotFound(string message) => new(RefusalKind.NotFound, message, new NotFoundFailure());

    public static Refusal WorkflowUnknown(string workflowId) => NotFound($"workflow not found for ID: {workflowId}");

    public static Refusal RunUnknown(string workflowId, string runId) =>
        NotFound($"workflow execution not found for workflow ID \"{workflowId}\" and run ID \"{runId}\"");

    public static Refusal WorkflowCompleted() => NotFound("workflow execution already completed");

    public static Refusal ChainUnknown() => NotFound("workflow execution not found");

    public static Refusal WorkflowTaskUnknown() => NotFound("Workflow task not found.");

    public static Refusal ActivityUnknown() => NotFound("invalid activityID or activity already timed out or invoking workflow is completed");

    public static Refusal UpdateUnknown(string updateId) => NotFound($"update \"{updateId}\" not found");

    public static Refusal NamespaceUnknown(string name) =>
        new(RefusalKind.NotFound, $"Namespace {name} is not found.", new NamespaceNotFoundFailure { Namespace = name });

    public static Refusal NamespaceNotRegistered(string name, NamespaceState state) => new(
        RefusalKind.FailedPrecondition,
        $"Namespace has invalid state: {state}. Must be Registered.",
        new NamespaceInvalidStateFailure { Namespace = name, State = state, AllowedStates = { NamespaceState.Registered } });

    public static Refusal AlreadyStarted(string message, string requestId, string runId) =>
        new(RefusalKind.AlreadyExists, message, new WorkflowExecutionAlreadyStartedFailure { StartRequestId = requestId, RunId = runId });

    public static Refusal NotReady(string message) => new(RefusalKind.FailedPrecondition, message, new WorkflowNotReadyFailure());

    public static Refusal Denied(string message) => new(RefusalKind.PermissionDenied, message, new PermissionDeniedFailure());

    public static Refusal Exhausted(ResourceExhaustedCause cause, string message) =>
        new(RefusalKind.ResourceExhausted, message, new ResourceExhaustedFailure { Cause = cause, Scope = ResourceExhaustedScope.Namespace });

    /// <summary>There is more to do than can be held: the caller tries again in a moment.</summary>
    public static Refusal Overloaded(string message) => new(
        RefusalKind.ResourceExhausted, message, new ResourceExhaustedFailure { Cause = ResourceExhaustedCause.SystemOverloaded, Scope = ResourceExhaustedScope.System });

    /// <summary>What the file holds of a run cannot be read.</summary>
    public static Refusal Damaged(string what, Exception inner) => new(RefusalKind.DataLoss, $"{what} cannot be read from the engine's database", inner: inner);

    public static Refusal Unimplemented(string method) => new(RefusalKind.Unimplemented, $"method {method} is not implemented");
}
