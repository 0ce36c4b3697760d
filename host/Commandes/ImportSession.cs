using System.CommandLine;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Langue;
using FranceTravail.Parcours.Host.Territoires;
using NodaTime.Extensions;
using Serilog.Extensions.Logging;
using Spectre.Console;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>One run of <c>importer</c>: read and check, list every fault or write everything, say what was done.</summary>
internal static class ImportSession
{
    public static async Task<int> RunAsync(
        HostSettings options, string text, bool dryRun, IAnsiConsole console, InvocationConfiguration io, CancellationToken cancellationToken)
    {
        var territoires = RegistreTerritoires.Lire();
        var today = TimeProvider.System.GetUtcNow().ToInstant().InZone(territoires.Par(null).Zone).Date;
        var flux = new LecteurFlux(new ControleInscription(new RegistreCommunes(), territoires)).Lire(text, today);
        if (flux.ColonnesIgnorees.Count > 0)
        {
            await io.Output.WriteLineAsync($"Colonnes ignorées : {string.Join(", ", flux.ColonnesIgnorees)}.");
        }

        if (flux.Erreurs.Count > 0)
        {
            foreach (var fault in flux.Erreurs.OrderBy(e => e.Ligne))
            {
                await io.Error.WriteLineAsync(fault.ToString());
            }

            await io.Error.WriteLineAsync($"{Francais.Compte(flux.Erreurs.Count, "erreur", "erreurs")} ; rien n’a été importé.");
            return ExitCodes.Refusal;
        }

        if (dryRun)
        {
            await io.Output.WriteLineAsync($"Essai : {Francais.Compte(flux.Lignes.Count, "personne peut être importée", "personnes peuvent être importées")}, aucune erreur. Rien n’a été écrit.");
            return ExitCodes.Ok;
        }

        var summary = await ImportAsync(options, flux.Lignes, console, cancellationToken);
        await io.Output.WriteLineAsync(
            $"{Francais.Compte(summary.Nouveaux, "nouveau dossier", "nouveaux dossiers")}, {Francais.Compte(summary.Connus, "déjà connu", "déjà connus")}, "
            + $"{Francais.Compte(summary.Demarres, "parcours démarré", "parcours démarrés")}.");
        if (summary.EnAttente > 0)
        {
            await io.Output.WriteLineAsync($"Le moteur ne répond pas : {Francais.Compte(summary.EnAttente, "parcours démarrera", "parcours démarreront")} au prochain lancement.");
        }

        return ExitCodes.Ok;
    }

    private static async Task<BilanImport> ImportAsync(HostSettings options, IReadOnlyList<LigneFlux> lignes, IAnsiConsole console, CancellationToken cancellationToken)
    {
        DataFolder.Prepare(options.DataDirectory);
        await using var log = Logging.Create(options, CommonOptions.Settings(), console: false);
        using var loggers = new SerilogLoggerFactory(log);
        var address = options.TemporalAddress ?? EngineAddressFile.Read(options.DataDirectory) ?? options.EngineAddress;
        var clock = await EngineClock.FindAsync(address, options.TemporalNamespace, cancellationToken);
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton<ILoggerFactory>(loggers)
            .AddParcours(options, address, options.PartenairesAddress ?? new Uri($"http://{HostSettings.DefaultSimulateursAddress}"), clock)
            .AddSingleton<Inscripteur>().AddSingleton<Importateur>()
            .BuildServiceProvider();
        try
        {
            await services.GetRequiredService<BaseDossiers>().PreparerAsync(null, cancellationToken);
        }
        catch (DossiersException refused)
        {
            throw new StartupRefusal(refused.Message, refused);
        }

        return await console.Progress().AutoClear(true).StartAsync(async progress =>
        {
            // Each person counts twice: once written, once started.
            var bar = progress.AddTask("Import", maxValue: lignes.Count * 2);
            return await services.GetRequiredService<Importateur>().ImporterAsync(lignes, done => bar.Increment(done), cancellationToken);
        });
    }
}
