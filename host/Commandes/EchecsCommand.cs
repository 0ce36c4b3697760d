using System.CommandLine;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary><c>echecs [--reprendre]</c>: what the program cannot do by itself, one line each.</summary>
internal static class EchecsCommand
{
    public static Command Create(CommonOptions common)
    {
        var again = new Option<bool>("--reprendre") { Description = "Fait tout reprendre au prochain passage, y compris ce qui avait été abandonné. Un parcours arrêté se reprend par « dossiers reprendre »." };
        var command = new Command("echecs", "Montre les dossiers que le programme n’arrive pas à reprendre seul, et pourquoi. Code de sortie 0 quand il n’y en a pas.") { again };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await CommandServices.OuvrirAsync(common.Read(parsed, CommonOptions.Settings()), UsageBase.Lire, cancellationToken);
            var (echecs, output) = (services.GetRequiredService<Echecs>(), parsed.InvocationConfiguration.Output);
            if (parsed.GetValue(again))
            {
                var count = await echecs.ToutReprendreAsync(VeilleParcours.Causes, cancellationToken);
                await output.WriteLineAsync($"{Francais.Compte(count, "dossier sera repris", "dossiers seront repris")} au prochain passage.");
                return ExitCodes.Ok;
            }

            var all = await echecs.TousAsync(cancellationToken);
            var zone = services.GetRequiredService<RegistreTerritoires>().Par(null).Zone;
            foreach (var echec in all)
            {
                var suite = EstConstate(echec) ? "constaté à chaque passage" : echec.ProchainEssai is { } next ? $"nouvel essai le {Moment(next, zone)}" : "abandonné";
                await output.WriteLineAsync(
                    $"{echec.DossierId} : {echec.Service}, depuis le {Moment(echec.Depuis, zone)}, {Francais.Compte(echec.Essais, "essai", "essais")}, {suite}. {echec.Motif}");
            }

            var conseil = all.All(EstConstate) ? "" : " Corrigez la cause, puis : echecs --reprendre";
            await output.WriteLineAsync(all.Count == 0 ? "Rien n’attend une reprise." : $"{Francais.Compte(all.Count, "dossier", "dossiers")}.{conseil}");
            return all.Count == 0 ? ExitCodes.Ok : ExitCodes.Refusal;
        });
        return command;
    }

    /// <summary>Found by the watch over journeys: nothing tries it again by itself.</summary>
    private static bool EstConstate(Echec echec) => VeilleParcours.Causes.Contains(echec.Service);

    /// <summary>A day, an hour and where they are so.</summary>
    internal static string Moment(Instant instant, DateTimeZone zone) =>
        $"{Francais.EnChiffres(instant.InZone(zone).Date)} à {Francais.Heure(instant.InZone(zone).TimeOfDay)} ({zone.Id})";
}
