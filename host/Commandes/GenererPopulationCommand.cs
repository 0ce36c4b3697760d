using System.CommandLine;
using System.Globalization;
using System.Text;
using CsvHelper;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Population;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary><c>generer-population N FICHIER.csv [--graine S]</c>.</summary>
internal static class GenererPopulationCommand
{
    private const int Most = 1_000_000;

    public static Command Create()
    {
        var count = new Argument<int>("N") { Description = $"Nombre de personnes, de 1 à {Most}." };
        count.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= Most))
            {
                result.AddError($"N : un nombre entier de 1 à {Most}.");
            }
        });
        var file = new Argument<string>("FICHIER") { Description = "Fichier CSV à écrire (remplacé s’il existe)." };
        var seed = new Option<int>("--graine") { Description = "Graine du hasard : la même donne les mêmes personnes.", DefaultValueFactory = _ => 1 };
        var command = new Command("generer-population", "Écrit un fichier de personnes inventées, vraisemblables, dans de vraies communes.") { count, file, seed };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (n, path) = (parsed.GetValue(count), parsed.GetRequiredValue(file));
            try
            {
                await WriteAsync(path, n, parsed.GetValue(seed), cancellationToken);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new StartupRefusal($"Le fichier « {path} » ne peut pas être écrit.", error);
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{Francais.Compte(n, "personne écrite", "personnes écrites")} dans {path}.");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task WriteAsync(string path, int count, int seed, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await using var csv = CsvWriter.Create(writer, new CsvWriterOptions { Separator = ';' });
        var rows = new GenerateurPopulation(new RegistreCommunes(), RegistreTerritoires.Lire(), NomsCourants.Lire()).Generer(count, seed);
        foreach (var row in rows.Prepend([.. ColonnesFlux.Toutes]))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await csv.WriteRecordAsync(row, cancellationToken);
        }
    }
}
