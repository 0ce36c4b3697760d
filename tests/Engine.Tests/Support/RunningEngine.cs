using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Client;
using Temporalio.Worker;

namespace FranceTravail.Parcours.Engine.Tests.Support;

/// <summary>A real engine on a free port with a file of its own, and a real SDK client.</summary>
public class RunningEngine : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("engine").FullName;
    private EngineServer? server;

    public TemporalClient Client { get; private set; } = null!;

    public string Address => Elsewhere ?? server!.Address;

    public TimeProvider Clock => server!.Clock;

    public string DatabasePath => Path.Combine(folder, "engine.db");

    public bool VirtualClock { get; init; }

    /// <summary>A service that runs elsewhere and is tested instead; null for an engine of the tests' own.</summary>
    protected virtual string? Elsewhere => null;

    public async ValueTask InitializeAsync()
    {
        server = Elsewhere is not null ? null : await EngineServer.StartAsync(
            new EngineOptions { DatabasePath = DatabasePath, Address = "127.0.0.1:0", VirtualClock = VirtualClock }, NullLoggerFactory.Instance, CancellationToken.None);
        Client = await TemporalClient.ConnectAsync(new(Address));
    }

    /// <summary>Stops the engine and starts it again on the same file, after it was down for a time.</summary>
    public async Task RestartAsync(TimeSpan down = default)
    {
        Assert.SkipWhen(server is null, "A service that runs elsewhere is not stopped.");
        await server.DisposeAsync();
        await Task.Delay(down);
        await InitializeAsync();
    }

    /// <summary>Runs a worker with the sample workflows while something is done; each call has a queue of its own.</summary>
    public async Task<T> WithWorkerAsync<T>(Func<string, Task<T>> whileRunning, string? queue = null)
    {
        var name = queue ?? $"queue-{Guid.NewGuid():n}";
        using var worker = new TemporalWorker(Client, new TemporalWorkerOptions(name)
            .AddWorkflow<Samples.Steps>().AddWorkflow<Samples.Chain>().AddWorkflow<Samples.Family>().AddActivity(Samples.Echo).AddActivity(Samples.Flaky));
        return await worker.ExecuteAsync(() => whileRunning(name), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}
