namespace FranceTravail.Parcours.Host.Composition;

/// <summary>Runs the roles of this process until it is told to stop.</summary>
internal static class HostRunner
{
    public static async Task RunAsync(HostSettings options, IConfiguration settings, CancellationToken cancellationToken)
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
        }

        await host.WaitForShutdownAsync();
    }
}
