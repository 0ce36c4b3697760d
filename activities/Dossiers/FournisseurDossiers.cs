using FranceTravail.Parcours.Activities.Dossiers.PostgreSql;
using FranceTravail.Parcours.Activities.Dossiers.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// The port of the case store: all that differs between the databases that can keep it. The model, the queries and the rules are shared;
/// one contract of tests holds for every provider. Each lives in a folder of its own, and nothing of it is known outside.
/// </summary>
public abstract class FournisseurDossiers : IDbContextFactory<DossiersDbContext>, IDisposable
{
    /// <summary>The store in sentences: a file, or a server and its database. Never a password.</summary>
    public abstract string Nom { get; }

    /// <summary>Objects that the model cannot say, by name: what makes them, in the dialect of the store.</summary>
    internal abstract IReadOnlyDictionary<string, string> Objets { get; }

    /// <summary>Whether a text can be the connection string of a store on a server: it names one, and nothing in it is unknown.</summary>
    public static bool EstUneConnexion(string texte) => FournisseurPostgreSql.SeLit(texte);

    /// <summary>PostgreSQL when it is set, else SQLite in the data folder.</summary>
    public static FournisseurDossiers De(ActivitiesOptions options, ILoggerFactory loggers) => De(options, loggers, []);

    /// <summary>
    /// How the store was lost under the running process, as a file is that is deleted or replaced: it would go on taking what is written,
    /// and keep nothing of it. Null as long as it is there. Looked at before each commit, and by whoever stops the process.
    /// </summary>
    public virtual MotifDossiers? Perte => null;

    public abstract DossiersDbContext CreateDbContext();

    /// <summary>Closes the connections that wait to be used again.</summary>
    public abstract void Dispose();

    /// <summary>The failure of the store that <paramref name="erreur"/> tells of; null when it is no failure of the store.</summary>
    public abstract MotifDossiers? MotifDe(Exception erreur);

    /// <summary>
    /// Follows what is committed, by any process, until stopped. Hands over the subjects raised since; null when some may have been missed,
    /// and once at the beginning: who listens then looks for herself.
    /// </summary>
    public abstract Task SuivreAsync(Action<IReadOnlyList<VersionSujet>?> dire, CancellationToken cancellationToken);

    internal static FournisseurDossiers De(ActivitiesOptions options, ILoggerFactory loggers, IReadOnlyList<IInterceptor> interceptors) =>
        options.PostgreSql is { Length: > 0 } connection
            ? new FournisseurPostgreSql(connection, loggers, interceptors)
            : new FournisseurSqlite(options.DossiersDatabase, loggers, interceptors);

    /// <summary>
    /// Lets one process at a time prepare the store. Held by the operating system or the server for a living process: one that is killed
    /// leaves no lock behind.
    /// </summary>
    internal abstract Task<IAsyncDisposable> VerrouillerAsync(Action attendre, CancellationToken cancellationToken);

    /// <summary>Whether there is a store, be it one without a table.</summary>
    internal abstract Task<bool> ExisteAsync(CancellationToken cancellationToken);

    /// <summary>Something that only a store leaves behind lies there: where the store is not, it was.</summary>
    internal virtual bool LaisseTrace => false;

    /// <summary>Makes an empty store where there is none, and sets what lasts for all of it.</summary>
    internal abstract Task CreerAsync(CancellationToken cancellationToken);

    /// <summary>What a change of the schema needs of the connection, before its transaction.</summary>
    internal virtual Task AvantMigrationAsync(DossiersDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Refuses a change of the schema that broke a link, at the end of its transaction.</summary>
    internal virtual Task ApresMigrationAsync(DossiersDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Which of <see cref="Objets"/> are there.</summary>
    internal abstract Task<IReadOnlySet<string>> ObjetsPresentsAsync(DossiersDbContext db, CancellationToken cancellationToken);

    /// <summary>Runs statements in the dialect of the store, as they are.</summary>
    internal abstract Task ExecuterAsync(DossiersDbContext db, string instructions, CancellationToken cancellationToken);

    /// <summary>Waits for the turn to write, where the store lets one write at a time.</summary>
    internal abstract Task<IDisposable?> TourAsync(CancellationToken cancellationToken);

    /// <summary>Keeps others who write under the same key waiting until the transaction ends.</summary>
    internal abstract Task ReserverAsync(DossiersDbContext db, string cle, CancellationToken cancellationToken);

    /// <summary>Gives each subject a greater number, in the transaction that changed what it stands for.</summary>
    internal abstract Task LeverAsync(DossiersDbContext db, IReadOnlyList<string> sujets, CancellationToken cancellationToken);

    /// <summary>A failure is thrown, and logged by whoever cannot go on with it: EF Core would log those that are handled as well.</summary>
    private protected static void SansEchecs(WarningsConfigurationBuilder warnings) => warnings.Ignore(
        CoreEventId.SaveChangesFailed, CoreEventId.OptimisticConcurrencyException, CoreEventId.QueryIterationFailed, RelationalEventId.CommandError, RelationalEventId.ConnectionError, RelationalEventId.TransactionError);
}
