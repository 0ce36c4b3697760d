using System.Net;
using System.Net.Sockets;
using Grpc.Core;

namespace FranceTravail.Parcours.Engine.Tests.Hostile;

public sealed class When_requests_are_hostile : IDisposable
{
    private const int Requests = 1000;

    private readonly EngineOnDisk engine = new();

    [Fact]
    public async Task Should_refuse_each_with_a_typed_status_change_nothing_and_go_on_serving()
    {
        string runId;
        await using (var server = await engine.StartAsync())
        {
            using var channel = EngineOnDisk.Connect(server);
            runId = await channel.CreateCallInvoker().StartAsync(HostileMessage.Witness);
        }

        var before = engine.Dump();
        var failures = new List<string>();
        await using (var server = await engine.StartAsync())
        {
            using var channel = EngineOnDisk.Connect(server);
            var invoker = channel.CreateCallInvoker();
            foreach (var seed in Enumerable.Range(0, Requests))
            {
                var request = HostileRequest.Of(seed);
                if (await invoker.SendAsync(request.Method.Service.FullName, request.Method.Name, request.Bytes, RawCalls.PollPatience) is { StatusCode: StatusCode.Unknown or StatusCode.Internal or StatusCode.Unavailable } status)
                {
                    failures.Add($"seed {seed}: {request.Method.FullName}, {request.Kind}: {status}");
                }
            }

            Assert.Equal(runId, await invoker.StartAsync(HostileMessage.Witness));
        }

        Assert.Empty(failures);
        Assert.Equal(before, engine.Dump());
        await using var again = await engine.StartAsync();
        using var last = EngineOnDisk.Connect(again);
        Assert.NotEmpty(await last.CreateCallInvoker().StartAsync("afterwards"));
    }

    [Fact]
    public async Task Should_refuse_a_message_beyond_the_limit_of_the_protocol()
    {
        await using var server = await engine.StartAsync();
        using var channel = EngineOnDisk.Connect(server);
        var invoker = channel.CreateCallInvoker();

        var status = await invoker.SendAsync("temporal.api.workflowservice.v1.WorkflowService", "StartWorkflowExecution", new byte[5 * 1024 * 1024]);

        Assert.Equal(StatusCode.ResourceExhausted, status.StatusCode);
        Assert.NotEmpty(await invoker.StartAsync("afterwards"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Should_close_a_connection_that_does_not_speak_HTTP_2(int seed)
    {
        await using var server = await engine.StartAsync();
        var noise = new byte[8192];
        new Random(seed).NextBytes(noise);
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(IPEndPoint.Parse(server.Address));
            await socket.GetStream().WriteAsync(noise);
            await ReadToEndAsync(socket.GetStream());
        }

        using var channel = EngineOnDisk.Connect(server);
        Assert.NotEmpty(await channel.CreateCallInvoker().StartAsync("afterwards"));
    }

    public void Dispose() => engine.Dispose();

    // A connection that is torn down has been closed as well.
    private static async Task ReadToEndAsync(NetworkStream stream)
    {
        try
        {
            await stream.CopyToAsync(Stream.Null);
        }
        catch (IOException torn)
        {
            Assert.IsType<SocketException>(torn.InnerException);
        }
    }
}
