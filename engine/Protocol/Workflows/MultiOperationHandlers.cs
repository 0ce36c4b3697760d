using FranceTravail.Parcours.Engine.Protocol.Transport;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Runs.Starting;
using FranceTravail.Parcours.Engine.Runs.Updates;
using FranceTravail.Parcours.Engine.Writing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Temporalio.Api.ErrorDetails.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.WorkflowService.V1;
using Operation = Temporalio.Api.WorkflowService.V1.ExecuteMultiOperationRequest.Types.Operation;
using Stage = Temporalio.Api.Enums.V1.UpdateWorkflowExecutionLifecycleStage;

namespace FranceTravail.Parcours.Engine.Protocol.Workflows;

/// <summary>Update-with-start: starts a workflow unless it runs, and updates it, as one act.</summary>
internal sealed class MultiOperationHandlers(EngineCore core)
{
    private const string OtherNamespace = "Operation namespace did not match request's namespace.";

    private readonly UpdateWait waiting = new(core);

    public void Register(HandlerTable table) => table.On<ExecuteMultiOperationRequest, ExecuteMultiOperationResponse>("ExecuteMultiOperation", ExecuteAsync);

    private async Task<ExecuteMultiOperationResponse> ExecuteAsync(ExecuteMultiOperationRequest r, Call call)
    {
        core.Catalog.RequireRegistered(r.Namespace);
        if (r.Operations is not [{ OperationCase: Operation.OperationOneofCase.StartWorkflow }, { OperationCase: Operation.OperationOneofCase.UpdateWorkflow }])
        {
            throw Errors.Invalid("Operations have to be exactly [Start, Update].");
        }

        var (start, update) = (r.Operations[0].StartWorkflow, r.Operations[1].UpdateWorkflow);
        Refuse(Fault(() => CheckStart(r, start)), Fault(() => CheckUpdate(r, start, update)));
        var id = update.Request.Meta.UpdateId;
        Watch<UpdateNotice>? watch = null;
        StartAnswer answer;
        UpdateWorkflowExecutionResponse updated;
        try
        {
            answer = await core.Writer.SubmitAsync(unit =>
            {
                var begun = Begin(unit, start, update);
                watch = core.Watchers.Update(begun.Run.Key, id);
                return begun;
            });
            updated = await UpdatedAsync(answer.Run.Key, id, watch!, update, call);
        }
        finally
        {
            watch?.Dispose();
        }

        var response = new ExecuteMultiOperationResponse();
        response.Responses.Add(new ExecuteMultiOperationResponse.Types.Response
        {
            StartWorkflow = new StartWorkflowExecutionResponse { RunId = answer.Run.Key.RunId, Started = answer.Started, Status = answer.Run.State.Status },
        });
        response.Responses.Add(new ExecuteMultiOperationResponse.Types.Response { UpdateWorkflow = updated });
        return response;
    }

    private async Task<UpdateWorkflowExecutionResponse> UpdatedAsync(RunKey key, string id, Watch<UpdateNotice> watch, UpdateWorkflowExecutionRequest update, Call call)
    {
        try
        {
            return await waiting.ForAsync(key, id, watch, update.WaitPolicy?.LifecycleStage ?? Stage.Unspecified, call);
        }
        catch (Refusal e)
        {
            throw Failed(e, [null, e]);
        }
    }

    private static StartAnswer Begin(UnitOfWork unit, StartWorkflowExecutionRequest start, UpdateWorkflowExecutionRequest update)
    {
        var id = update.Request.Meta.UpdateId;
        StartAnswer answer = null!;
        Refuse(Fault(() =>
        {
            // The same update again finds its outcome, whatever the conflict policy says, also on a closed run.
            var current = unit.Current(start.Namespace, start.WorkflowId);
            answer = current?.State.Updates.ContainsKey(id) == true ? new StartAnswer(current, false) : StartWorkflow.Begin(unit, start);
        }), null);
        Refuse(null, Fault(() => unit.Apply(answer.Run.Key, new AdmitUpdate(update.Request))));
        return answer with { Run = unit.Find(answer.Run.Key)! };
    }

    private void CheckStart(ExecuteMultiOperationRequest r, StartWorkflowExecutionRequest start)
    {
        StartRequest.Require(start.Namespace.Length == 0 || start.Namespace == r.Namespace, OtherNamespace);
        StartRequest.Require(start.CronSchedule.Length == 0, "CronSchedule is not allowed.");
        StartRequest.Require(!start.RequestEagerExecution, "RequestEagerExecution is not supported.");
        StartRequest.Require(start.WorkflowStartDelay is null, "WorkflowStartDelay is not supported.");
        start.Namespace = r.Namespace;
        StartRequest.Check(start, core.Limits, core.Catalog);
    }

    private void CheckUpdate(ExecuteMultiOperationRequest r, StartWorkflowExecutionRequest start, UpdateWorkflowExecutionRequest update)
    {
        StartRequest.Require(update.Namespace.Length == 0 || update.Namespace == r.Namespace, OtherNamespace);
        StartRequest.Require((update.WorkflowExecution?.WorkflowId ?? "") == start.WorkflowId, "WorkflowId is not consistent with previous operation(s).");
        StartRequest.Require((update.WorkflowExecution?.RunId ?? "").Length == 0, "RunId is not allowed.");
        StartRequest.Require(update.FirstExecutionRunId.Length == 0, "FirstExecutionRunId is not allowed.");
        UpdateHandlers.Check(update, core.Limits);
    }

    private static Refusal? Fault(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Refusal e)
        {
            return e;
        }
    }

    /// <summary>Refuses the whole if a part is wrong, and says of each part what is.</summary>
    private static void Refuse(params IReadOnlyList<Refusal?> faults)
    {
        if (faults.FirstOrDefault(f => f is not null) is { } first)
        {
            throw Failed(first, faults);
        }
    }

    private static Refusal Failed(Refusal cause, IEnumerable<Refusal?> faults) =>
        new(cause.Kind, "Update-with-Start could not be executed.", new MultiOperationExecutionFailure { Statuses = { faults.Select(f => f is null ? Innocent() : Culprit(f)) } });

    private static MultiOperationExecutionFailure.Types.OperationStatus Culprit(Refusal cause)
    {
        var culprit = new MultiOperationExecutionFailure.Types.OperationStatus { Code = (int)StatusDetails.CodeOf(cause.Kind), Message = cause.Message };
        if (cause.Detail is not null)
        {
            culprit.Details.Add(Any.Pack(cause.Detail));
        }

        return culprit;
    }

    private static MultiOperationExecutionFailure.Types.OperationStatus Innocent() =>
        new() { Code = (int)StatusCode.Aborted, Message = "Operation was aborted.", Details = { Any.Pack(new MultiOperationExecutionAborted()) } };
}
