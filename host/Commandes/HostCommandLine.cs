using System.CommandLine;
using FranceTravail.Parcours.Host.Composition;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>The whole command line: without a command it runs the product; technique speaks English, the domain French.</summary>
internal static class HostCommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        var parsed = Create().Parse(args);
        var settings = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        settings.Output = output ?? settings.Output;
        settings.Error = error ?? settings.Error;
        if (parsed.Errors.Count > 0)
        {
            foreach (var message in parsed.Errors.Select(e => e.Message))
            {
                await settings.Error.WriteLineAsync(message);
            }

            await settings.Error.WriteLineAsync("Aide : --help");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(settings);
        }
        catch (StartupRefusal refusal)
        {
            await settings.Error.WriteLineAsync(refusal.Message);
            return ExitCodes.Refusal;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Ok;
        }
    }

    private static RootCommand Create()
    {
        var common = new CommonOptions();
        var root = new RootCommand("FranceTravail.Parcours: a durable case-management engine. Without a command, runs the engine, a worker and the web pages.");
        common.AddTo(root);
        root.Add(ImporterCommand.Create(common));
        root.Add(EchecsCommand.Create(common));
        root.Add(DossiersCommand.Create(common));
        root.Add(GenererPopulationCommand.Create());
        root.Add(EngineCommand.Create(common));
        root.Add(DroitCommand.Create(common));
        ServeCommand.Configure(root, common);
        return root;
    }
}
