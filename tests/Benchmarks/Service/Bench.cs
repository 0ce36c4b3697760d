using FranceTravail.Parcours.Benchmarks.Completion;
using Temporalio.Client;

namespace FranceTravail.Parcours.Benchmarks.Service;

/// <summary>An engine in a process of its own, on a new file that is gone afterwards, and a client.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly DirectoryInfo folder;

    private Bench(DirectoryInfo folder, EngineProcess engine, TemporalClient client) => (this.folder, Engine, Client) = (folder, engine, client);

    public EngineProcess Engine { get; private set; }

    public TemporalClient Client { get; private set; }

    /// <summary>Gets the database file.</summary>
    public string Database => Path.Combine(folder.FullName, "moteur.db");

    /// <summary>Gets the bytes of the file and its journal.</summary>
    public long Bytes => folder.EnumerateFiles().Where(f => f.Name.StartsWith("moteur.db", StringComparison.Ordinal) && !f.Name.EndsWith("-shm", StringComparison.Ordinal)).Sum(f => f.Length);

    public static async Task<Bench> StartAsync(string directory)
    {
        var folder = Directory.CreateDirectory(Path.Combine(directory, "parcours-benchmark-" + Path.GetRandomFileName()));
        var engine = await EngineProcess.StartAsync(Path.Combine(folder.FullName, "moteur.db"));
        return new Bench(folder, engine, await TemporalClient.ConnectAsync(new(engine.Address)));
    }

    /// <summary>Kills the engine and starts it again on the same file and address: clients go on by themselves.</summary>
    public async Task KillAsync()
    {
        var address = Engine.Address;
        Engine.Kill();
        Engine.Dispose();
        Engine = await EngineProcess.StartAsync(Database, address);
    }

    /// <summary>Stops the engine and starts it again on the same file.</summary>
    public async Task RestartAsync()
    {
        Engine.Dispose();
        Engine = await EngineProcess.StartAsync(Database);
        Client = await TemporalClient.ConnectAsync(new(Engine.Address));
    }

    public ValueTask DisposeAsync()
    {
        Engine.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
