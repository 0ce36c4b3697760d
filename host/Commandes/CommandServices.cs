using FranceTravail.Parcours.Activities;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using Serilog.Extensions.Logging;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>What a command on the data folder works with: the case store, opened, and the road to the engine of that folder.</summary>
internal static class CommandServices
{
    /// <param name="options">Of the command.</param>
    /// <param name="creer">Whether a case store may begin here. A folder named by mistake must not look like one where all is well.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <param name="rattacher">The engine that answers need not be the one that the case store knows.</param>
    /// <exception cref="StartupRefusal">The folder or its case store cannot be used, or is not there; or another engine answers than its own.</exception>
    public static async Task<ServiceProvider> OuvrirAsync(HostSettings options, bool creer, CancellationToken cancellationToken, bool rattacher = false)
    {
        if (!creer && options.PostgreSql is null && !File.Exists(new ActivitiesOptions { DataDirectory = options.DataDirectory }.DossiersDatabase))
        {
            throw new StartupRefusal($"Il n’y a pas de base de dossiers dans « {options.DataDirectory} » : --data nomme le dossier de données.");
        }

        DataFolder.Prepare(options.DataDirectory);
        var address = options.TemporalAddress ?? (options.EngineAddressGiven ? null : EngineAddressFile.Read(options.DataDirectory)) ?? options.EngineAddress;
        var clock = await EngineClock.FindAsync(address, options.TemporalNamespace, cancellationToken);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ILoggerFactory>(_ => new SerilogLoggerFactory(Logging.Create(options, CommonOptions.Settings(), console: false), dispose: true))
            .AddParcours(options, address, options.PartenairesAddress ?? new Uri($"http://{HostSettings.DefaultSimulateursAddress}"), clock)
            .AddSingleton<Inscripteur>().AddSingleton<Importateur>().AddSingleton<ReceptionDonnees>()
            .BuildServiceProvider();
        try
        {
            await services.GetRequiredService<BaseDossiers>().PreparerAsync(null, cancellationToken);
            if (!rattacher)
            {
                await services.GetRequiredService<LienMoteur>().ReconnaitreAsync(cancellationToken);
            }

            return services;
        }
        catch (Exception error)
        {
            await services.DisposeAsync();
            throw error is DossiersException refused ? new StartupRefusal(refused.Message, refused) : error;
        }
    }
}
