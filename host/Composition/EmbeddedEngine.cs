using FranceTravail.Parcours.Engine;
using Temporalio.Client;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>The engine inside this process, on the data folder; while it runs, the folder says where it listens.</summary>
internal sealed class EmbeddedEngine : IAsyncDisposable
{
    public const string DatabaseFile = "moteur.db";

    private readonly EngineServer server;
    private readonly string directory;

    private EmbeddedEngine(EngineServer server, string directory) => (this.server, this.directory) = (server, directory);

    /// <summary>host:port really bound.</summary>
    public string Address => server.Address;

    /// <summary>The engine's clock, real or virtual: the clock of the whole process.</summary>
    public TimeProvider Clock => server.Clock;

    /// <summary>Ends once the engine's file was deleted or replaced under it.</summary>
    public Task Perdu => server.Lost;

    /// <exception cref="StartupRefusal">The engine cannot start; the message says why in French.</exception>
    public static async Task<EmbeddedEngine> StartAsync(HostSettings options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var engine = new EngineOptions
        {
            DatabasePath = Path.Combine(options.DataDirectory, DatabaseFile),
            Address = options.EngineAddress,
            VirtualClock = options.Sandbox,
        };
        try
        {
            if (options.NouveauMoteur)
            {
                Maintenance.SetAside(engine.DatabasePath);
            }

            var running = new EmbeddedEngine(await EngineServer.StartAsync(engine, loggers, cancellationToken), options.DataDirectory);
            try
            {
                await running.NoterAsync(cancellationToken);
                return running;
            }
            catch
            {
                await running.DisposeAsync();
                throw;
            }
        }
        catch (EngineStartException error)
        {
            throw new StartupRefusal(Message(error.Reason, options), error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        EngineAddressFile.Remove(directory);
        await server.DisposeAsync();
    }

    /// <summary>Writes into the folder which engine its file is, and where it listens.</summary>
    private async Task NoterAsync(CancellationToken cancellationToken)
    {
        var client = TemporalClient.CreateLazy(new(Address));
        var described = await client.WorkflowService.DescribeNamespaceAsync(new() { Namespace = client.Options.Namespace }, new() { CancellationToken = cancellationToken });
        EngineIdentityFile.Write(directory, described.NamespaceInfo.Id);
        EngineAddressFile.Write(directory, Address);
    }

    /// <summary>Why the engine does not start, in French.</summary>
    internal static string Message(EngineStartReason reason, HostSettings options) => reason switch
    {
        EngineStartReason.PortInUse =>
            $"L’adresse du moteur {options.EngineAddress} est déjà utilisée par un autre programme. Arrêtez-le, ou choisissez-en une autre avec --engine-address.",
        EngineStartReason.DatabaseLocked =>
            $"Le dossier de données « {options.DataDirectory} » est déjà utilisé par un autre processus. Arrêtez-le, ou choisissez un autre dossier avec --data.",
        EngineStartReason.DatabaseReadOnly =>
            $"Le dossier de données « {options.DataDirectory} » ne peut pas être écrit. Donnez le droit d’y écrire, ou choisissez-en un autre avec --data.",
        EngineStartReason.DiskFull =>
            $"Il n’y a plus de place sur le disque du dossier de données « {options.DataDirectory} ». Faites-en, puis redémarrez ; ce que le fichier contient n’est pas touché.",
        EngineStartReason.DiskFailed =>
            $"Le disque du dossier de données « {options.DataDirectory} » ne lit ou n’écrit pas. Vérifiez-le ; s’il est à remplacer, restaurez la dernière sauvegarde.",
        EngineStartReason.DatabaseOlder =>
            $"Le dossier de données « {options.DataDirectory} » vient d’une version d’essai qui n’est plus lue. Choisissez-en un autre avec --data ; rien n’a été modifié.",
        EngineStartReason.DatabaseMissing =>
            $"Le fichier du moteur manque, ou est vide, dans « {options.DataDirectory} », alors que ce qui l’accompagne (moteur.db.mark, moteur.db-wal) y est. Remettez moteur.db à sa place, à côté d’eux, ou restaurez sa dernière sauvegarde ; rien n’a été modifié.",
        EngineStartReason.DatabaseNotTheLast =>
            $"Le fichier du moteur dans « {options.DataDirectory} » est plus ancien qu’avant, ou n’est pas le même : ce qui a été confirmé depuis y manque. Restaurez la dernière sauvegarde, ou, pour continuer avec ce fichier et perdre la suite, supprimez moteur.db.mark ; rien n’a été modifié.",
        EngineStartReason.DatabaseNewer =>
            $"Le dossier de données « {options.DataDirectory} » vient d’une version plus récente du programme. Mettez le programme à jour ; rien n’a été modifié.",
        _ => $"Le fichier du moteur dans « {options.DataDirectory} » n’est pas lisible. Restaurez une sauvegarde ; rien n’a été modifié.",
    };
}
