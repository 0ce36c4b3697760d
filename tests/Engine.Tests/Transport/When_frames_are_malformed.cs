using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using FranceTravail.Parcours.Engine.Tests.Hostile;
using FranceTravail.Parcours.Engine.Tests.Support;

namespace FranceTravail.Parcours.Engine.Tests.Transport;

/// <summary>Frames and messages that no client sends: each is refused with a status that is meant, nothing is logged as an error, nothing changes.</summary>
public sealed class When_frames_are_malformed(ITestOutputHelper output) : IDisposable
{
    /// <summary>Of HTTP/2.</summary>
    private const long Cancelled = 8;

    private readonly EngineOnDisk engine = new();
    private readonly RecordedLogs logs = new();

    public void Dispose() => engine.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("00000000")]
    [InlineData("0000000005")]
    [InlineData("00000000050a03")]
    [InlineData("000000000000")]
    [InlineData("00000000000000000000")]
    [InlineData("0100000000")]
    [InlineData("010000000401020304")]
    [InlineData("0200000000")]
    [InlineData("00ffffffff")]
    [InlineData("0000400001")]
    [InlineData("007fffffff0a")]
    public async Task Should_say_what_is_wrong_and_log_no_error(string frame)
    {
        await using var server = await engine.StartAsync(logs);
        using var client = new HttpClient();
        var status = await SendAsync(client, server, "DescribeNamespace", Convert.FromHexString(frame));
        Assert.True(status is "3" or "5" or "8" or "12", $"status {status}");
        Assert.Empty(logs.Errors);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(20_000, Explicit = true)]
    [InlineData(1_000_000, Explicit = true)]
    public async Task Should_change_nothing_whatever_comes(int count)
    {
        await using (var server = await engine.StartAsync())
        {
            using var channel = EngineOnDisk.Connect(server);
            await channel.CreateCallInvoker().StartAsync(HostileMessage.Witness);
        }

        var before = engine.Dump();
        var statuses = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var wrong = new ConcurrentBag<string>();
        await using (var server = await engine.StartAsync(logs))
        {
            using var client = new HttpClient();
            var memory = GC.GetTotalMemory(forceFullCollection: true);

            // Many at once: what is understood may be a poll, which is held.
            await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (seed, _) =>
            {
                var (method, frame) = MutatedFrame.Of(seed);
                var status = await SendAsync(client, server, method, frame);
                statuses.AddOrUpdate(status, 1, (_, before) => before + 1);
                if (status is "2" or "13" or "14")
                {
                    wrong.Add($"seed {seed}: {method}: {status}");
                }
            });

            Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, 100_000_000);
        }

        output.WriteLine($"{count} frames: {string.Join(", ", statuses.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Value} with status {s.Key}"))}");
        Assert.Empty(wrong);
        Assert.Empty(logs.Errors);
        Assert.Equal(before, engine.Dump());
    }

    /// <summary>The gRPC status of an answer.</summary>
    private static async Task<string> SendAsync(HttpClient client, EngineServer server, string method, byte[] frame)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{server.Address}/temporal.api.workflowservice.v1.WorkflowService/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(frame) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        request.Headers.Add("grpc-timeout", "1500m");
        HttpResponseMessage response;
        try
        {
            response = await client.SendAsync(request);
        }
        catch (HttpRequestException e) when (e.InnerException is HttpProtocolException { ErrorCode: Cancelled })
        {
            // The deadline passed before all of the request had come.
            return "cancelled";
        }

        using var answer = response;
        await response.Content.ReadAsByteArrayAsync();
        return (response.TrailingHeaders.TryGetValues("grpc-status", out var values) || response.Headers.TryGetValues("grpc-status", out values)) ? values.Single() : $"HTTP {(int)response.StatusCode}";
    }
}
