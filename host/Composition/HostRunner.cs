using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Parcours;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Runs the roles of this process until it is told to stop, or cannot go on.</summary>
internal static class HostRunner
{
    public static async Task<int> RunAsync(HostSettings options, IConfiguration settings, TextWriter error, CancellationToken cancellationToken)
    {
        await using var host = await RunningHost.StartAsync(options, settings, cancellationToken);
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Parcours");
        if (host.EngineAddress is { } engine)
        {
            logger.LogInformation("Engine on {Address}{Clock}, data in {Directory}", engine, options.Sandbox ? ", virtual clock" : "", options.DataDirectory);
        }

        if (host.SimulateursAddress is { } simulators)
        {
            logger.LogInformation("Simulators of the partner systems on {Address}", simulators);
        }

        if (options.Roles.HasFlag(HostRoles.Web))
        {
            logger.LogInformation("Pages on {Url}", host.Url);
            if (LoopbackOnly.Avertissement(options.Url) is { } avertissement)
            {
                new ConsoleLines().Report(avertissement);
            }
        }

        await host.WaitForEndAsync();
        if (host.Fatal is not { } fatal)
        {
            return ExitCodes.Ok;
        }

        logger.LogCritical(fatal, "The program stops: {Reason}", fatal.Message);
        await error.WriteLineAsync(Dire(fatal, options));
        return ExitCodes.Fatal;
    }

    /// <summary>What to say of a worker whose engine does not answer.</summary>
    public static string MoteurMuet(HostSettings options) =>
        $"Le moteur ne répond pas à {options.TemporalAddress ?? options.EngineAddress} : lancez-le d’abord, ou donnez son adresse (--engine-address).";

    private static string Dire(Exception fatal, HostSettings options)
    {
        if (fatal is ArretFatal)
        {
            return fatal.Message;
        }

        // A worker by itself ends when its engine is not there.
        return options.Roles.HasFlag(HostRoles.Worker) && !options.Roles.HasFlag(HostRoles.Engine) && ReponsesSdk.De(fatal) is ReponseMoteur.SansReponse
            ? MoteurMuet(options)
            : $"Le programme s’est arrêté sur un défaut qui n’est pas de votre fait. Le détail est dans « {Path.Combine(options.DataDirectory, "journaux")} ».";
    }
}
