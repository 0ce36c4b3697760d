using System.CommandLine;
using FranceTravail.Parcours.Host.Imports;
using Spectre.Console;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary><c>importer FICHIER.csv [--essai] [--confirmer REFERENCE…]</c>.</summary>
internal static class ImporterCommand
{
    public static Command Create(CommonOptions common)
    {
        var file = new Argument<string>("FICHIER") { Description = $"Fichier CSV en UTF-8. Colonnes : {string.Join(", ", ColonnesFlux.Toutes)}." };
        var dryRun = new Option<bool>("--essai") { Description = "Vérifie tout le fichier, n’écrit rien." };
        var confirmed = new Option<string[]>("--confirmer")
        {
            Description = "Référence d’une ligne mise de côté comme doublon, et qui est bien une autre personne. Peut être répétée.",
            HelpName = "REFERENCE",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var command = new Command("importer", "Inscrit les personnes d’un fichier et démarre leur parcours. Le même fichier peut être importé de nouveau : rien n’est doublé, et ce qui a changé est repris.")
        {
            file, dryRun, confirmed,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(parsed.InvocationConfiguration.Output) });
            var options = common.Read(parsed, CommonOptions.Settings());
            var text = await TexteFichier.LireAsync(parsed.GetRequiredValue(file), cancellationToken);
            var asked = new DemandeImport(text, parsed.GetValue(dryRun), parsed.GetRequiredValue(confirmed).ToHashSet(StringComparer.Ordinal));
            return await new ImportSession(options, asked, console, parsed.InvocationConfiguration).RunAsync(cancellationToken);
        });
        return command;
    }
}
