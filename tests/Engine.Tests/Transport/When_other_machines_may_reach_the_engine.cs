using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Client;

namespace FranceTravail.Parcours.Engine.Tests.Transport;

public sealed class When_other_machines_may_reach_the_engine : IDisposable
{
    private const string Key = "a key of the test's own";

    private readonly Certificates certificates = new();

    public void Dispose() => certificates.Dispose();

    [Theory]
    [InlineData("0.0.0.0:0", "wants a certificate")]
    [InlineData("[::]:0", "wants a certificate")]
    [InlineData("127.0.0.1", "not HOST:PORT")]
    [InlineData("127.0.0.1:", "not HOST:PORT")]
    [InlineData("localhost:99999", "not HOST:PORT")]
    [InlineData(":7233", "not HOST:PORT")]
    [InlineData("no-such-host.invalid:7233", "not known")]
    public async Task Should_say_what_is_wrong_with_an_address(string address, string said) =>
        Assert.Contains(said, (await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(address, new()))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Should_say_what_is_wrong_with_what_goes_with_it()
    {
        await RefusedAsync(Secure() with { ApiKey = "" }, "and a key");
        await RefusedAsync(Secure() with { ApiKey = "short" }, "shorter than");
        await RefusedAsync(Secure() with { Certificate = certificates.PathOf("missing") }, "cannot be read");
        await RefusedAsync(new() { ClientAuthorities = certificates.Authority }, "certificate");

        async Task RefusedAsync(EngineAccess access, string said) =>
            Assert.Contains(said, (await Assert.ThrowsAsync<ArgumentException>(() => StartAsync("0.0.0.0:0", access))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_listen_on_the_address_of_a_name_on_loopback()
    {
        await using var server = await StartAsync("localhost:0", new());
        Assert.True(await (await TemporalClient.ConnectAsync(new(server.Address))).Connection.CheckHealthAsync());
    }

    [Fact]
    public async Task Should_serve_who_knows_the_key_and_nobody_else()
    {
        await using var server = await StartAsync("0.0.0.0:0", Secure());
        var client = await TemporalClient.ConnectAsync(Options(server, Key));
        await ReadAsync(client);
        foreach (var wrong in (string?[])[null, "another key of some length"])
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => TemporalClient.ConnectAsync(Options(server, wrong)));
            Assert.Contains("Unauthenticated", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Should_serve_who_has_a_certificate_and_nobody_else()
    {
        await using var server = await StartAsync("0.0.0.0:0", Secure() with { ApiKey = "", ClientAuthorities = certificates.Authority });
        var options = Options(server, null);
        options.Tls!.ClientCert = await File.ReadAllBytesAsync(certificates.PathOf("client"), TestContext.Current.CancellationToken);
        options.Tls.ClientPrivateKey = await File.ReadAllBytesAsync(certificates.KeyOf("client"), TestContext.Current.CancellationToken);
        await ReadAsync(await TemporalClient.ConnectAsync(options));
        await Assert.ThrowsAnyAsync<Exception>(() => TemporalClient.ConnectAsync(Options(server, null)));
    }

    private EngineAccess Secure() => new() { Certificate = certificates.PathOf("engine"), CertificateKey = certificates.KeyOf("engine"), ApiKey = Key };

    private TemporalClientConnectOptions Options(EngineServer server, string? key) => new("127.0.0.1:" + server.Address.Split(':')[^1])
    {
        ApiKey = key,
        Tls = new() { ServerRootCACert = File.ReadAllBytes(certificates.Authority), Domain = "localhost" },
    };

    private static Task<Temporalio.Api.WorkflowService.V1.DescribeNamespaceResponse> ReadAsync(TemporalClient client) => client.Connection.WorkflowService.DescribeNamespaceAsync(new() { Namespace = "default" });

    private static Task<EngineServer> StartAsync(string address, EngineAccess access) =>
        EngineServer.StartAsync(new EngineOptions { InMemory = true, Address = address, Access = access }, NullLoggerFactory.Instance, CancellationToken.None);
}
