using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Activities.Dossiers.Sqlite;

/// <summary>SQLite: one file in the data folder, one writer at a time.</summary>
internal sealed class FournisseurSqlite : FournisseurDossiers
{
    private const string Elever =
        "INSERT INTO VersionsSujets (Sujet, Numero) SELECT value, (SELECT coalesce(max(Numero), 0) + 1 FROM VersionsSujets) FROM json_each({0}) "
        + "WHERE true ON CONFLICT (Sujet) DO UPDATE SET Numero = excluded.Numero";

    /// <summary>Shorter than the driver's own, so that those behind a writer who waits for another process do not wait after her again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly string fichier;
    private readonly string connexion;
    private readonly DbContextOptions<DossiersSqlite> options;
    private readonly SemaphoreSlim tour = new(1);
    private FichierTenu? tenu;
    private volatile bool abimee;

    public FournisseurSqlite(string fichier, ILoggerFactory loggers, IReadOnlyList<IInterceptor> interceptors)
    {
        this.fichier = fichier;

        // Never made by opening it: a store that was deleted under us must not come back empty.
        connexion = new SqliteConnectionStringBuilder { DataSource = fichier, Mode = SqliteOpenMode.ReadWrite, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString;
        options = new DbContextOptionsBuilder<DossiersSqlite>().UseSqlite(connexion).UseLoggerFactory(loggers).ConfigureWarnings(SansEchecs)
            .AddInterceptors([new Durabilite(), new TraductionErreurs(this), .. interceptors]).Options;
    }

    public override string Nom => fichier;

    public override MotifDossiers? Perte
    {
        get
        {
            try
            {
                return LazyInitializer.EnsureInitialized(ref tenu, () => new FichierTenu(fichier)).Perte() ?? (abimee ? MotifDossiers.Corrompue : null);
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                return MotifDossiers.Disparue;
            }
        }
    }

    internal override IReadOnlyDictionary<string, string> Objets => ObjetsSqlite.Tous;

    public override DossiersDbContext CreateDbContext() => new DossiersSqlite(options, this);

    public override void Dispose()
    {
        tour.Dispose();
        using var connection = new SqliteConnection(connexion);
        SqliteConnection.ClearPool(connection);
        tenu?.Dispose();
    }

    public override MotifDossiers? MotifDe(Exception erreur)
    {
        var motif = Lire(erreur);

        // Cut or overwritten under us: what is read after it is not to be believed.
        abimee |= motif is MotifDossiers.Corrompue;
        return motif;
    }

    public override Task SuivreAsync(Action<IReadOnlyList<VersionSujet>?> dire, CancellationToken cancellationToken) =>
        new SuiviSqlite(this, fichier, connexion).SuivreAsync(dire, cancellationToken);

    internal override async Task<IAsyncDisposable> VerrouillerAsync(Action attendre, CancellationToken cancellationToken) =>
        await VerrouFichier.PrendreAsync(Path.ChangeExtension(fichier, ".verrou"), fichier, attendre, cancellationToken);

    /// <summary>An empty file is none: SQLite would drop the journal that lies beside it. The first start writes the file before there is one.</summary>
    internal override Task<bool> ExisteAsync(CancellationToken cancellationToken) => Task.FromResult(Directory.Exists(fichier) || EstEcrit(fichier));

    internal override bool LaisseTrace => EstEcrit(fichier + "-wal");

    internal override async Task CreerAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = fichier, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();

        // Properties of the file, kept from now on: a number by which it is told from another put in its place, before there is a journal that
        // would keep it from the file's own first bytes; and the journal mode.
        command.CommandText = "PRAGMA application_id";
        var numero = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        command.CommandText = numero == 0 ? $"PRAGMA application_id = {RandomNumberGenerator.GetInt32(1, int.MaxValue)}; PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A table that is rebuilt is dropped once: with its links on, what points to it would go with it. The setting ends with the connection.</summary>
    internal override Task AvantMigrationAsync(DossiersDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = 0", cancellationToken);

    internal override async Task ApresMigrationAsync(DossiersDbContext db, CancellationToken cancellationToken)
    {
        if (await db.Database.SqlQueryRaw<string>("SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync(cancellationToken) is [_, ..] tables)
        {
            throw new InvalidOperationException($"The new schema breaks links of {string.Join(", ", tables.Distinct())}.");
        }
    }

    internal override Task ExecuterAsync(DossiersDbContext db, string instructions, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(instructions, cancellationToken);

    internal override async Task<IReadOnlySet<string>> ObjetsPresentsAsync(DossiersDbContext db, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'trigger'").ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The driver sleeps 150 ms, with a thread, whenever it finds the file taken: the writers of this process queue here instead.</summary>
    internal override async Task<IDisposable?> TourAsync(CancellationToken cancellationToken)
    {
        if (!await tour.WaitAsync(Patience, cancellationToken))
        {
            throw new DossiersException(MotifDossiers.Occupee, fichier);
        }

        return new Tour(tour);
    }

    /// <summary>A transaction that writes is alone already.</summary>
    internal override Task ReserverAsync(DossiersDbContext db, string cle, CancellationToken cancellationToken) => Task.CompletedTask;

    internal override Task LeverAsync(DossiersDbContext db, IReadOnlyList<string> sujets, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(Elever, [System.Text.Json.JsonSerializer.Serialize(sujets)], cancellationToken);

    private static bool EstEcrit(string fichier) => new FileInfo(fichier) is { Exists: true, Length: > 0 };

    private MotifDossiers? Lire(Exception erreur) => erreur switch
    {
        SqliteException { SqliteErrorCode: CodeSqlite.CannotOpen } when !File.Exists(fichier) && !Directory.Exists(fichier) => MotifDossiers.Disparue,
        SqliteException sqlite => ErreursSqlite.MotifDe(sqlite),
        DossiersException dossiers => dossiers.Motif,
        DbUpdateException { InnerException: { } cause } => MotifDe(cause),
        _ => null,
    };

    private sealed class Tour(SemaphoreSlim tour) : IDisposable
    {
        public void Dispose() => tour.Release();
    }
}
