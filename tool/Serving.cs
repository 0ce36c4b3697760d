using System.Runtime.InteropServices;
using FranceTravail.Parcours.Engine;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Tool;

/// <summary>Serves until it is told to stop.</summary>
internal static partial class Serving
{
    private const int Interrupt = 2;

    /// <summary>Serves from a file; from one that is gone afterwards when none is named.</summary>
    public static async Task<int> RunAsync(EngineOptions options, string database, LogLevel level = LogLevel.Warning)
    {
        using var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(level).AddSimpleConsole(console => console.SingleLine = true));
        var folder = database.Length > 0 ? null : Directory.CreateTempSubdirectory("parcours-engine");
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        HearInterrupts();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await using var server = await EngineServer.StartAsync(
                options.On(folder is null ? database : Path.Combine(folder.FullName, "engine.db")), loggers, CancellationToken.None);
            await Console.Out.WriteLineAsync($"Serving on {server.Address}");
            if (await Task.WhenAny(stopped.Task, server.Lost) == server.Lost)
            {
                await Console.Error.WriteLineAsync(await server.Lost);
                return 1;
            }
        }
        finally
        {
            folder?.Delete(recursive: true);
        }

        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }
    }

    /// <summary>SDKs stop the server that they started by an interrupt. A process that was started with interrupts ignored, as shells do in the background, has to ask for them again.</summary>
    private static void HearInterrupts()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Signal(Interrupt, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int signal, nint handler);
}
