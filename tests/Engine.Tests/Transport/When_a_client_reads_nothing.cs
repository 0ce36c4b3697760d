using System.Net;
using System.Net.Http.Headers;
using FranceTravail.Parcours.Engine.Tests.Hostile;
using Google.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Api.WorkflowService.V1;

namespace FranceTravail.Parcours.Engine.Tests.Transport;

/// <summary>Answers that nobody takes are held up to a bound, and harm nobody else.</summary>
public sealed class When_a_client_reads_nothing : IDisposable
{
    private const int Asked = 300;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("unread");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Should_be_refused_more_while_others_are_served()
    {
        var options = new EngineOptions { DatabasePath = Path.Combine(folder.FullName, "engine.db"), Address = "127.0.0.1:0", Limits = new EngineLimits { RequestBytes = 16 * 1024 * 1024 } };
        await using var server = await EngineServer.StartAsync(options, NullLoggerFactory.Instance, CancellationToken.None);
        using var channel = EngineOnDisk.Connect(server);
        var start = new StartWorkflowExecutionRequest
        {
            Namespace = "default",
            WorkflowId = "large",
            WorkflowType = new() { Name = "Type" },
            TaskQueue = new() { Name = "nobody" },
            Input = new() { Payloads_ = { new Temporalio.Api.Common.V1.Payload { Data = ByteString.CopyFrom(new byte[1_000_000]) } } },
        };
        Assert.Equal(Grpc.Core.StatusCode.OK, (await channel.CreateCallInvoker().SendAsync("temporal.api.workflowservice.v1.WorkflowService", "StartWorkflowExecution", start.ToByteArray())).StatusCode);

        using var greedy = new HttpClient();
        var answers = await Task.WhenAll(Enumerable.Range(0, Asked).Select(_ => AskAsync(greedy, server)));
        // A connection may hold a quarter of the bytes: four answers of a megabyte, and what the machine takes into its own hands.
        Assert.InRange(answers.Count(a => StatusOf(a) is null), 1, 8);
        Assert.InRange(answers.Count(a => StatusOf(a) == "8"), Asked - 8, Asked - 1);
        Assert.Equal("large", (await channel.CreateCallInvoker().HistoryAsync("large")).History.Events[0].WorkflowExecutionStartedEventAttributes.WorkflowId);
        Array.ForEach(answers, a => a.Dispose());
    }

    private static string? StatusOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("grpc-status", out var values) ? values.Single() : null;

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, EngineServer server)
    {
        var message = new GetWorkflowExecutionHistoryRequest { Namespace = "default", Execution = new() { WorkflowId = "large" } }.ToByteArray();
        var request = new HttpRequestMessage(HttpMethod.Post, $"http://{server.Address}/temporal.api.workflowservice.v1.WorkflowService/GetWorkflowExecutionHistory")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, (byte)message.Length, .. message]) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
