using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Protocol.WorkflowTasks;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Closing;
using FranceTravail.Parcours.Engine.Runs.Signals;
using FranceTravail.Parcours.Engine.Runs.Starting;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Workflows;

/// <summary>Clients start workflows, signal, cancel, terminate and delete them.</summary>
internal sealed class WorkflowHandlers(EngineCore core)
{
    private readonly WorkflowTaskResponses responses = new(core);

    public void Register(HandlerTable table) => table
        .On<StartWorkflowExecutionRequest, StartWorkflowExecutionResponse>("StartWorkflowExecution", StartAsync)
        .On<SignalWorkflowExecutionRequest, SignalWorkflowExecutionResponse>("SignalWorkflowExecution", SignalAsync)
        .On<SignalWithStartWorkflowExecutionRequest, SignalWithStartWorkflowExecutionResponse>("SignalWithStartWorkflowExecution", SignalWithStartAsync)
        .On<RequestCancelWorkflowExecutionRequest, RequestCancelWorkflowExecutionResponse>("RequestCancelWorkflowExecution", CancelAsync)
        .On<TerminateWorkflowExecutionRequest, TerminateWorkflowExecutionResponse>("TerminateWorkflowExecution", TerminateAsync)
        .On<DeleteWorkflowExecutionRequest, DeleteWorkflowExecutionResponse>("DeleteWorkflowExecution", DeleteAsync);

    private async Task<StartWorkflowExecutionResponse> StartAsync(StartWorkflowExecutionRequest r, Call call)
    {
        core.Catalog.RequireRegistered(r.Namespace);
        StartRequest.Check(r, core.Limits, core.Catalog);
        var answer = await core.Writer.SubmitAsync(unit => StartWorkflow.Begin(unit, r));
        return new StartWorkflowExecutionResponse
        {
            RunId = answer.Run.Key.RunId,
            Started = answer.Started,
            Status = answer.Run.State.Status,
            Link = Links.ToStart(answer.Run.Key),
            EagerWorkflowTask = answer.EagerTask is { } task ? responses.Of(task) : null,
        };
    }

    private async Task<SignalWorkflowExecutionResponse> SignalAsync(SignalWorkflowExecutionRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        Addressing.Check(r.WorkflowExecution);
        var signal = new Signal(r.SignalName, r.Input, r.Identity, r.RequestId, r.Header) { Links = r.Links };
        Check(signal);
        await core.Writer.SubmitAsync(unit => unit.Apply(unit.Resolve(r.Namespace, r.WorkflowExecution).Key, signal));
        return new();
    }

    private async Task<SignalWithStartWorkflowExecutionResponse> SignalWithStartAsync(SignalWithStartWorkflowExecutionRequest r, Call call)
    {
        core.Catalog.RequireRegistered(r.Namespace);
        var start = new StartWorkflowExecutionRequest
        {
            Namespace = r.Namespace,
            WorkflowId = r.WorkflowId,
            WorkflowType = r.WorkflowType,
            TaskQueue = r.TaskQueue,
            Input = r.Input,
            WorkflowExecutionTimeout = r.WorkflowExecutionTimeout,
            WorkflowRunTimeout = r.WorkflowRunTimeout,
            WorkflowTaskTimeout = r.WorkflowTaskTimeout,
            Identity = r.Identity,
            RequestId = r.RequestId,
            WorkflowIdReusePolicy = r.WorkflowIdReusePolicy,
            WorkflowIdConflictPolicy = r.WorkflowIdConflictPolicy,
            RetryPolicy = r.RetryPolicy,
            CronSchedule = r.CronSchedule,
            Memo = r.Memo,
            SearchAttributes = r.SearchAttributes,
            Header = r.Header,
            WorkflowStartDelay = r.WorkflowStartDelay,
            UserMetadata = r.UserMetadata,
            Priority = r.Priority,
            Links = { r.Links },
            VersioningOverride = r.VersioningOverride,
        };
        var signal = new Signal(r.SignalName, r.SignalInput, r.Identity, r.RequestId, r.Header) { Links = r.Links };
        StartRequest.CheckId(r.WorkflowId, core.Limits);
        Check(signal);
        StartRequest.Check(start, core.Limits, core.Catalog);
        var answer = await core.Writer.SubmitAsync(unit => SignalWithStart.Begin(unit, start, signal));
        return new() { RunId = answer.Run.Key.RunId, Started = answer.Started };
    }

    private async Task<RequestCancelWorkflowExecutionResponse> CancelAsync(RequestCancelWorkflowExecutionRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        Addressing.Check(r.WorkflowExecution);
        Links.Check(r.Links);
        await core.Writer.SubmitAsync(unit => unit.Apply(
            unit.ResolveChain(r.Namespace, r.WorkflowExecution, r.FirstExecutionRunId).Key, new RequestCancel(r.Reason, r.Identity) { Links = r.Links }));
        return new();
    }

    private async Task<TerminateWorkflowExecutionResponse> TerminateAsync(TerminateWorkflowExecutionRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        Addressing.Check(r.WorkflowExecution);
        Links.Check(r.Links);
        var terminate = new Terminate(Or(r.Reason, "terminated by user via frontend"), r.Details, Or(r.Identity, "frontend-service")) { Links = r.Links };
        await core.Writer.SubmitAsync(unit => unit.Apply(unit.ResolveChain(r.Namespace, r.WorkflowExecution, r.FirstExecutionRunId).Key, terminate));
        return new();
    }

    private async Task<DeleteWorkflowExecutionResponse> DeleteAsync(DeleteWorkflowExecutionRequest r, Call call)
    {
        core.Catalog.Require(r.Namespace);
        await core.Writer.SubmitAsync(unit =>
        {
            unit.TerminateAndDelete(unit.Resolve(r.Namespace, r.WorkflowExecution));
            return true;
        });
        return new();
    }

    /// <summary>What a client left out of a termination, so that it is told from one of the service itself.</summary>
    private static string Or(string given, string otherwise) => given.Length > 0 ? given : otherwise;

    private void Check(Signal signal)
    {
        StartRequest.Require(signal.Name.Length > 0, "SignalName is not set on request.");
        StartRequest.Require(Ids.Fits(signal.Name, core.Limits), "SignalName length exceeds limit.");
        StartRequest.Require(Ids.Fits(signal.RequestId, core.Limits), "RequestId length exceeds limit.");
        Links.Check(signal.Links);
        StartRequest.Require((signal.Input?.CalculateSize() ?? 0) <= core.Limits.BlobSize, "Blob data size exceeds limit.");
    }
}
