using Google.Protobuf;
using Grpc.Core;
using Temporalio.Api.Common.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Hostile;

/// <summary>Calls by bytes, with nothing between the test and the wire.</summary>
internal static class RawCalls
{
    private const string WorkflowService = "temporal.api.workflowservice.v1.WorkflowService";
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create<byte[]>(message => message, message => message);

    /// <summary>Short enough for a poll to be refused rather than held.</summary>
    public static readonly TimeSpan PollPatience = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<Status> SendAsync(this CallInvoker invoker, string service, string method, byte[] request, TimeSpan? patience = null)
    {
        try
        {
            var deadline = TimeProvider.System.GetUtcNow() + (patience ?? Patience);
            await invoker.AsyncUnaryCall(new Method<byte[], byte[]>(MethodType.Unary, service, method, Bytes, Bytes), null, new CallOptions(deadline: deadline.UtcDateTime), request);
            return Status.DefaultSuccess;
        }
        catch (RpcException refusal)
        {
            return refusal.Status;
        }
    }

    /// <summary>Starts a workflow that nobody works on. The request id is the same each time: where it runs already, the answer is that of the first start.</summary>
    public static async Task<string> StartAsync(this CallInvoker invoker, string workflowId)
    {
        var request = new StartWorkflowExecutionRequest
        {
            Namespace = "default",
            WorkflowId = workflowId,
            WorkflowType = new WorkflowType { Name = "Witness" },
            TaskQueue = new TaskQueue { Name = "nobody" },
            RequestId = "start-" + workflowId,
        };
        var response = await invoker.AsyncUnaryCall(
            new Method<byte[], byte[]>(MethodType.Unary, WorkflowService, "StartWorkflowExecution", Bytes, Bytes), null, default, request.ToByteArray());
        return StartWorkflowExecutionResponse.Parser.ParseFrom(response).RunId;
    }

    public static async Task<GetWorkflowExecutionHistoryResponse> HistoryAsync(this CallInvoker invoker, string workflowId)
    {
        var request = new GetWorkflowExecutionHistoryRequest { Namespace = "default", Execution = new WorkflowExecution { WorkflowId = workflowId } };
        var response = await invoker.AsyncUnaryCall(
            new Method<byte[], byte[]>(MethodType.Unary, WorkflowService, "GetWorkflowExecutionHistory", Bytes, Bytes), null, default, request.ToByteArray());
        return GetWorkflowExecutionHistoryResponse.Parser.ParseFrom(response);
    }
}
