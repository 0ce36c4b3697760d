using System.Diagnostics;
using FranceTravail.Parcours.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace FranceTravail.Parcours.Benchmarks.Completion;

/// <summary>An engine in a process of its own, on a free port, with a new database or none.</summary>
internal sealed class EngineProcess : IDisposable
{
    /// <summary>Stands for a database that keeps nothing beyond the process.</summary>
    public const string Memory = "memory";

    private const string FreePort = "127.0.0.1:0";
    private readonly Process process;

    private EngineProcess(Process process, string address)
    {
        this.process = process;
        Address = address;
    }

    public string Address { get; }

    /// <summary>Gets the processor time that the engine has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Gets the memory that the engine has of the machine, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public static async Task<EngineProcess> StartAsync(string database, string address = FreePort)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve", database, address]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var listening = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The engine ended before it was ready.");
        return new EngineProcess(process, listening);
    }

    /// <summary>The child's side: serves until its input ends, which happens when the parent does.</summary>
    public static async Task ServeAsync(string database, string address)
    {
        var options = database == Memory
            ? new EngineOptions { InMemory = true, Address = address }
            : new EngineOptions { DatabasePath = database, Address = address };
        await using var server = await EngineServer.StartAsync(options, NullLoggerFactory.Instance, CancellationToken.None);
        Console.WriteLine(server.Address);
        await Console.In.ReadToEndAsync();
    }

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
