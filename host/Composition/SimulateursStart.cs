using FranceTravail.Parcours.Host.Simulateurs;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Starts the simulators of the partner systems, unless real ones are set.</summary>
internal static class SimulateursStart
{
    private const string AnyPort = "127.0.0.1:0";

    public static async Task<SimulateursServer?> StartAsync(HostSettings options, TimeProvider clock, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (!options.Roles.HasFlag(HostRoles.Simulateurs) || options.PartenairesAddress is not null)
        {
            return null;
        }

        var address = options.SimulateursAddress ?? (options.Roles is HostRoles.Simulateurs ? HostSettings.DefaultSimulateursAddress : AnyPort);
        try
        {
            return await SimulateursServer.StartAsync(
                new() { DatabasePath = Path.Combine(options.DataDirectory, "simulateurs.db"), Address = address, Clock = clock }, loggers, cancellationToken);
        }
        catch (FichierOccupeException error)
        {
            throw new StartupRefusal($"Des simulateurs tournent déjà sur le dossier de données « {options.DataDirectory} ». Arrêtez-les, ou choisissez un autre dossier avec --data.", error);
        }
        catch (SqliteException error)
        {
            throw new StartupRefusal(
                $"Le fichier des simulateurs dans « {options.DataDirectory} » n’est pas lisible ou ne peut pas être écrit. Effacez simulateurs.db, ou choisissez un autre dossier avec --data.", error);
        }
        catch (IOException error)
        {
            throw new StartupRefusal(
                $"L’adresse des simulateurs {address} est déjà utilisée par un autre programme. Arrêtez-le, ou choisissez-en une autre par le réglage Simulateurs:Address.", error);
        }
    }
}
