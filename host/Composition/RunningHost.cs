using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Simulateurs;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Serilog.Extensions.Logging;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>The started roles of this process, stopped in reverse order: pages and worker, then simulators, then engine.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    /// <summary>How long a program that must not go on waits for what is under way: no longer, for a kill would lose nothing either.</summary>
    private static readonly TimeSpan Hurry = TimeSpan.FromSeconds(3);

    private readonly EmbeddedEngine? engine;
    private readonly SimulateursServer? simulateurs;
    private readonly IHost host;
    private readonly SerilogLoggerFactory loggers;

    private RunningHost(EmbeddedEngine? engine, SimulateursServer? simulateurs, IHost host, SerilogLoggerFactory loggers) =>
        (this.engine, this.simulateurs, this.host, this.loggers) = (engine, simulateurs, host, loggers);

    /// <summary>Where the pages are served, with the port really bound; null without the web role.</summary>
    public string? Url => host.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();

    /// <summary>Where the engine of this process listens; null when it runs elsewhere.</summary>
    public string? EngineAddress => engine?.Address;

    /// <summary>Where the simulators of this process listen; null when it has none.</summary>
    public Uri? SimulateursAddress => simulateurs?.Address;

    public IServiceProvider Services => host.Services;

    /// <exception cref="StartupRefusal">Nothing was started; the message says why in French.</exception>
    public static async Task<RunningHost> StartAsync(HostSettings options, IConfiguration settings, CancellationToken cancellationToken)
    {
        if (options.Sandbox && options.TemporalAddress is not null)
        {
            throw new StartupRefusal("Le bac à sable a besoin du moteur intégré : retirez le réglage Temporal:Address, ou l’option --sandbox.");
        }

        if (options is { Roles: HostRoles.Simulateurs, PartenairesAddress: { } partenaires })
        {
            throw new StartupRefusal(
                $"Le réglage Partenaires:Address vaut « {partenaires} » : les simulateurs ne serviraient à personne. Retirez ce réglage, ou l’option --role simulateurs.");
        }

        options = options.StartsEngine ? options with { EngineAddress = await EngineEndpoint.LoopbackAsync(options.EngineAddress, cancellationToken) } : options;
        DataFolder.Prepare(options.DataDirectory);
        DataFolder.Verifier(options.DataDirectory, options.Sandbox);
        if (options.Roles.HasFlag(HostRoles.Web))
        {
            PortProbe.Check(options.Url);
        }

        var loggers = new SerilogLoggerFactory(Logging.Create(options, settings), dispose: true);
        EmbeddedEngine? engine = null;
        SimulateursServer? simulateurs = null;
        IHost? host = null;
        try
        {
            if (options.StartsEngine)
            {
                await MoteurPerdu.RefuserAsync(options, loggers, cancellationToken);
                engine = await EmbeddedEngine.StartAsync(options, loggers, cancellationToken);
            }

            simulateurs = await SimulateursStart.StartAsync(options, engine?.Clock ?? TimeProvider.System, loggers, cancellationToken);
            host = HostBuilding.Build(options, engine, simulateurs?.Address, loggers);
            if (host.Services.GetService<BaseDossiers>() is { } store)
            {
                var lien = host.Services.GetRequiredService<LienMoteur>();
                await store.PreparerAsync(new ConsoleLines(), cancellationToken, creer: () => lien.PermettreUneBaseAsync(cancellationToken));
                await store.VouerAsync(options.Sandbox, cancellationToken);
                await FichierAutorites.RapprocherAsync(options.Competences, host.Services.GetRequiredService<IDbContextFactory<DossiersDbContext>>(), new ConsoleLines(), cancellationToken);
                if (!await lien.TenirAsync(cancellationToken) && options.Roles.HasFlag(HostRoles.Worker))
                {
                    // A worker takes tasks from whatever answers a moment later; pages ask nothing before they have looked.
                    throw new StartupRefusal(HostRunner.MoteurMuet(options));
                }
            }

            DataFolder.Marquer(options.DataDirectory, options.Sandbox);
            await host.StartAsync(cancellationToken);
            return new(engine, simulateurs, host, loggers);
        }
        catch (Exception error)
        {
            await StopAsync(host, simulateurs, engine);
            var refusal = Refusal(error, options, loggers);
            loggers.Dispose();
            throw refusal;
        }
    }

    /// <summary>Why the process may not go on: what a background service ended with; null as long as none has failed.</summary>
    public Exception? Fatal => Services.GetServices<IHostedService>().OfType<BackgroundService>()
        .Select(service => service.ExecuteTask is { IsFaulted: true, Exception: { } error } ? error.GetBaseException() : null).FirstOrDefault(error => error is not null);

    /// <summary>Ends as soon as the process is to stop, before anything of it has stopped.</summary>
    public Task WaitForEndAsync()
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(end.SetResult);
        return end.Task;
    }

    public async ValueTask DisposeAsync()
    {
        // What is wrong was said: nothing that a stop meets takes its place.
        var fatal = Fatal is not null;
        await StopAsync(host, simulateurs, engine).WaitAsync(fatal ? Hurry : Timeout.InfiniteTimeSpan).ConfigureAwait(fatal ? ConfigureAwaitOptions.SuppressThrowing : ConfigureAwaitOptions.None);
        loggers.Dispose();
    }

    /// <summary>What to say of a failed start: what was refused, or that it is a defect, whose whole is in the log.</summary>
    internal static Exception Refusal(Exception error, HostSettings options, SerilogLoggerFactory loggers)
    {
        if (error is StartupRefusal or OperationCanceledException)
        {
            return error;
        }

        if (error is DossiersException or VersionPlusRecenteException)
        {
            return new StartupRefusal(error.Message, error);
        }

        loggers.CreateLogger("Parcours").LogCritical(error, "The program could not start");
        return new StartupRefusal(
            $"Le programme n’a pas pu démarrer, par un défaut qui n’est pas de votre fait. Le détail est dans « {Path.Combine(options.DataDirectory, "journaux")} ».", error);
    }

    private static async Task StopAsync(IHost? host, SimulateursServer? simulateurs, EmbeddedEngine? engine)
    {
        await (host?.StopAsync(CancellationToken.None) ?? Task.CompletedTask);
        foreach (var server in new[] { host as IAsyncDisposable, simulateurs, engine }.OfType<IAsyncDisposable>())
        {
            await server.DisposeAsync();
        }
    }
}
