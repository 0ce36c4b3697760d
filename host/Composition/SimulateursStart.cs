using FranceTravail.Parcours.Host.Simulateurs;

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
        catch (IOException error)
        {
            throw new StartupRefusal(
                $"L’adresse des simulateurs {address} est déjà utilisée par un autre programme. Arrêtez-le, ou choisissez-en une autre par le réglage Simulateurs:Address.", error);
        }
    }
}
