using System.CommandLine;
using System.Globalization;
using FranceTravail.Parcours.Host.Composition;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>The whole command line: without a command it runs the product. It speaks French, whatever the machine does.</summary>
internal static class HostCommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var common = new CommonOptions();
        var parsed = Create(common).Parse(args);
        var settings = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        settings.Output = output ?? settings.Output;
        settings.Error = error ?? settings.Error;
        var errors = parsed.Errors.Select(e => e.Message).Concat(args.Any(string.IsNullOrWhiteSpace) ? ["Un argument est vide."] : []).ToList();
        if (errors.Count > 0)
        {
            foreach (var message in errors)
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
        catch (Exception failure)
        {
            var (code, phrase) = EchecCommande.Dire(failure, parsed.GetValue(common.Data));
            if (phrase is not null)
            {
                await settings.Error.WriteLineAsync(phrase);
            }

            return code;
        }
    }

    private static RootCommand Create(CommonOptions common)
    {
        var root = new RootCommand("FranceTravail.Parcours : le suivi durable des parcours. Sans commande, lance le moteur, un worker et les pages.");
        common.AddTo(root);
        root.Add(ImporterCommand.Create(common));
        root.Add(EchecsCommand.Create(common));
        root.Add(DossiersCommand.Create(common));
        root.Add(GenererPopulationCommand.Create());
        root.Add(EngineCommand.Create(common));
        root.Add(DroitCommand.Create(common));
        root.Add(CourrierCommand.Create(common));
        ServeCommand.Configure(root, common);
        AideFrancaise.Poser(root);
        return root;
    }
}
