using FranceTravail.Parcours.Activities;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using Serilog.Extensions.Logging;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>What a command on the data folder works with: the case store, opened, and the road to the engine of that folder.</summary>
internal static class CommandServices
{
    /// <param name="options">Of the command.</param>
    /// <param name="usage">What the command is about to do. A folder named by mistake must not look like one where all is well: few of them make a store.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="StartupRefusal">The folder or its case store cannot be used, or is not there; or it may not work with the engine that answers.</exception>
    public static async Task<ServiceProvider> OuvrirAsync(HostSettings options, UsageBase usage, CancellationToken cancellationToken)
    {
        if (usage is UsageBase.Lire or UsageBase.Ecrire or UsageBase.Rattacher
            && options.PostgreSql is null && !File.Exists(new ActivitiesOptions { DataDirectory = options.DataDirectory }.DossiersDatabase))
        {
            throw new StartupRefusal($"Il n’y a pas de base de dossiers dans « {options.DataDirectory} » : --data nomme le dossier de données.");
        }

        DataFolder.Prepare(options.DataDirectory);
        var address = Adresse(options);
        var clock = await EngineClock.FindAsync(address, options.TemporalNamespace, cancellationToken);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ILoggerFactory>(_ => new SerilogLoggerFactory(Logging.Create(options, CommonOptions.Settings(), console: false), dispose: true))
            .AddParcours(options, address, options.PartenairesAddress ?? new Uri($"http://{HostSettings.DefaultSimulateursAddress}"), clock)
            .AddSingleton<Inscripteur>().AddSingleton<Importateur>().AddSingleton<ReceptionDonnees>()
            .BuildServiceProvider();
        try
        {
            await PreparerAsync(services, usage, cancellationToken);
            return services;
        }
        catch (Exception error)
        {
            await services.DisposeAsync();
            throw error is DossiersException refused ? new StartupRefusal(refused.Message, refused) : error;
        }
    }

    /// <summary>Where the engine of the folder answers: what was said wins over what the running engine wrote there.</summary>
    public static string Adresse(HostSettings options) =>
        options.TemporalAddress ?? (options.EngineAddressGiven ? null : EngineAddressFile.Read(options.DataDirectory)) ?? options.EngineAddress;

    /// <summary>What to say when a command needs the histories, and nobody answers for them.</summary>
    public static StartupRefusal SansMoteur(Exception? error) =>
        new("Le moteur ne répond pas : il garde les historiques. Lancez le programme, ou donnez son adresse, puis recommencez.", error);

    /// <summary>Does what reads histories; where nobody answers for them the command ends on that sentence.</summary>
    /// <param name="services">As they were opened: the engine was asked then, and is not waited for again.</param>
    /// <param name="faire">What is done.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StartupRefusal">Nobody answers.</exception>
    public static async Task<int> AvecMoteurAsync(ServiceProvider services, Func<Task<int>> faire, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<LienMoteur>().Muet)
        {
            throw SansMoteur(null);
        }

        try
        {
            return await faire();
        }
        catch (Exception error) when (error is not StartupRefusal && !cancellationToken.IsCancellationRequested && ReponsesSdk.De(error) is ReponseMoteur.SansReponse)
        {
            throw SansMoteur(error);
        }
    }

    private static async Task PreparerAsync(ServiceProvider services, UsageBase usage, CancellationToken cancellationToken)
    {
        var lien = services.GetRequiredService<LienMoteur>();
        await services.GetRequiredService<BaseDossiers>().PreparerAsync(
            null,
            cancellationToken,
            remplacer: usage is UsageBase.RebatirTout ? RemplacerAsync : null,
            adopter: usage is UsageBase.Rattacher,
            creer: usage is UsageBase.RebatirTout or UsageBase.Rattacher ? null : () => lien.PermettreUneBaseAsync(cancellationToken));
        await (usage switch
        {
            UsageBase.Ecrire or UsageBase.Commencer => lien.TenirAsync(cancellationToken),
            UsageBase.Rattacher => Task.FromResult(true),
            _ => lien.ReconnaitreAsync(cancellationToken),
        });

        async Task RemplacerAsync()
        {
            // An empty store may take the place of the one that is gone only where the histories can fill it.
            if (!await lien.ReconnaitreSansBaseAsync(cancellationToken))
            {
                throw SansMoteur(null);
            }
        }
    }
}
