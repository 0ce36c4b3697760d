using Grpc.Core;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.ErrorDetails.V1;

namespace FranceTravail.Parcours.Engine.Protocol;

/// <summary>The refusals that a Temporal service gives, each with its status, text and typed detail.</summary>
internal static class Errors
{
    public static ServiceException Invalid(string message) => new(StatusCode.InvalidArgument, message);

    public static ServiceException NotFound(string message) => new(StatusCode.NotFound, message, new NotFoundFailure());

    public static ServiceException WorkflowUnknown(string workflowId) => NotFound($"workflow not found for ID: {workflowId}");

    public static ServiceException RunUnknown(string workflowId, string runId) =>
        NotFound($"workflow execution not found for workflow ID \"{workflowId}\" and run ID \"{runId}\"");

    public static ServiceException WorkflowCompleted() => NotFound("workflow execution already completed");

    public static ServiceException ChainUnknown() => NotFound("workflow execution not found");

    public static ServiceException WorkflowTaskUnknown() => NotFound("Workflow task not found.");

    public static ServiceException ActivityUnknown() => NotFound("invalid activityID or activity already timed out or invoking workflow is completed");

    public static ServiceException UpdateUnknown(string updateId) => NotFound($"update \"{updateId}\" not found");

    public static ServiceException NamespaceUnknown(string name) =>
        new(StatusCode.NotFound, $"Namespace {name} is not found.", new NamespaceNotFoundFailure { Namespace = name });

    public static ServiceException NamespaceNotRegistered(string name, NamespaceState state) => new(
        StatusCode.FailedPrecondition,
        $"Namespace has invalid state: {state}. Must be Registered.",
        new NamespaceInvalidStateFailure { Namespace = name, State = state, AllowedStates = { NamespaceState.Registered } });

    public static ServiceException AlreadyStarted(string message, string requestId, string runId) =>
        new(StatusCode.AlreadyExists, message, new WorkflowExecutionAlreadyStartedFailure { StartRequestId = requestId, RunId = runId });

    public static ServiceException NotReady(string message) => new(StatusCode.FailedPrecondition, message, new WorkflowNotReadyFailure());

    public static ServiceException Denied(string message) => new(StatusCode.PermissionDenied, message, new PermissionDeniedFailure());

    public static ServiceException Exhausted(ResourceExhaustedCause cause, string message) =>
        new(StatusCode.ResourceExhausted, message, new ResourceExhaustedFailure { Cause = cause, Scope = ResourceExhaustedScope.Namespace });

    /// <summary>There is more to do than can be held: the caller tries again in a moment.</summary>
    public static ServiceException Overloaded(string message) => new(
        StatusCode.ResourceExhausted, message, new ResourceExhaustedFailure { Cause = ResourceExhaustedCause.SystemOverloaded, Scope = ResourceExhaustedScope.System });

    /// <summary>What the file holds of a run cannot be read.</summary>
    public static ServiceException Damaged(string what, Exception inner) => new(StatusCode.DataLoss, $"{what} cannot be read from the engine's database", inner: inner);

    public static ServiceException Unimplemented(string method) => new(StatusCode.Unimplemented, $"method {method} is not implemented");
}
