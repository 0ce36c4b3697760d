using System.CommandLine;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Imports;
using Spectre.Console;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary><c>importer FICHIER.csv [--essai]</c>.</summary>
internal static class ImporterCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FICHIER") { Description = $"Fichier CSV en UTF-8. Colonnes : {string.Join(", ", ColonnesFlux.Toutes)}." };
        var dryRun = new Option<bool>("--essai") { Description = "Vérifie tout le fichier, n’écrit rien." };
        var command = new Command("importer", "Inscrit les personnes d’un fichier et démarre leur parcours. Le même fichier peut être importé de nouveau : rien n’est doublé.")
        {
            file, dryRun,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(parsed.InvocationConfiguration.Output) });
            var options = common.Read(parsed, CommonOptions.Settings());
            try
            {
                var text = TexteFichier.Lire(parsed.GetRequiredValue(file));
                return await ImportSession.RunAsync(options, text, parsed.GetValue(dryRun), console, parsed.InvocationConfiguration, cancellationToken);
            }
            catch (FichierRefuse refused)
            {
                throw new StartupRefusal(refused.Message, refused);
            }
        });
        return command;
    }
}
