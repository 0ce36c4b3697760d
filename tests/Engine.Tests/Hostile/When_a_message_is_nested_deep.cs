using Google.Protobuf;
using Grpc.Core;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Hostile;

public sealed class When_a_message_is_nested_deep : IDisposable
{
    private readonly EngineOnDisk engine = new();

    /// <summary>Whatever depth is taken in can be read again by the engine and by its clients; a depth that could not is refused.</summary>
    [Fact]
    public async Task Should_take_in_only_what_can_be_read_again()
    {
        await using var server = await engine.StartAsync();
        using var channel = EngineOnDisk.Connect(server);
        var invoker = channel.CreateCallInvoker();
        var (taken, refused) = (0, 0);
        for (var depth = 70; depth < 110; depth++)
        {
            var request = new StartWorkflowExecutionRequest
            {
                Namespace = "default",
                WorkflowId = $"deep-{depth}",
                WorkflowType = new() { Name = "Type" },
                TaskQueue = new() { Name = "queue" },
                ContinuedFailure = Nested(depth),
            };
            var status = await invoker.SendAsync("temporal.api.workflowservice.v1.WorkflowService", "StartWorkflowExecution", request.ToByteArray());
            if (status.StatusCode == StatusCode.OK)
            {
                taken++;
                var history = await invoker.HistoryAsync(request.WorkflowId);
                Assert.NotEmpty(history.History.Events);
            }
            else
            {
                refused++;
                Assert.Equal(StatusCode.InvalidArgument, status.StatusCode);
            }
        }

        Assert.InRange(taken, 10, 25);
        Assert.InRange(refused, 15, 30);
    }

    public void Dispose() => engine.Dispose();

    private static Failure Nested(int depth)
    {
        var failure = new Failure { Message = "root" };
        for (var level = 1; level < depth; level++)
        {
            failure = new Failure { Message = "m", Cause = failure };
        }

        return failure;
    }
}
