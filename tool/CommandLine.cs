using System.CommandLine;
using System.Globalization;
using FranceTravail.Parcours.Engine;

namespace FranceTravail.Parcours.Tool;

/// <summary>The two forms in which SDKs start a server, and what operators do with its file.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            // The form of the test server: a port and nothing else, a clock that skips time.
            return args is [var first, ..] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                ? await Serving.RunAsync(new EngineOptions { Address = $"127.0.0.1:{port}", VirtualClock = true }, "")
                : await Create().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is EngineStartException or MaintenanceException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("A Temporal service in one process over one SQLite file. With a port as its only argument it serves there on a clock that skips time.")
        {
            new Command("server", "Runs the service.") { StartDevCommand.Create() },
        };
        foreach (var command in MaintenanceCommands.Create())
        {
            root.Add(command);
        }

        return root;
    }
}
