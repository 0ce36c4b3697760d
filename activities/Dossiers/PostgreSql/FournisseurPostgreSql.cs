using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FranceTravail.Parcours.Activities.Dossiers.PostgreSql;

/// <summary>PostgreSQL, from version 15: writers of different dossiers go on side by side.</summary>
internal sealed class FournisseurPostgreSql : FournisseurDossiers
{
    /// <summary>Always in the order of the names, so that two writers never wait for each other crosswise.</summary>
    private const string Elever =
        """
        WITH leves AS (
          INSERT INTO "VersionsSujets" ("Sujet", "Numero") SELECT s, 1 FROM unnest({0}) AS s
          ON CONFLICT ("Sujet") DO UPDATE SET "Numero" = "VersionsSujets"."Numero" + 1
          RETURNING "Sujet", "Numero")
        SELECT pg_notify({1}, "Sujet" || ' ' || "Numero") FROM leves
        """;

    private readonly NpgsqlConnectionStringBuilder connexion;
    private readonly DbContextOptions<DossiersPostgreSql> options;

    public FournisseurPostgreSql(string connexion, ILoggerFactory loggers, IReadOnlyList<IInterceptor> interceptors)
    {
        this.connexion = new(connexion) { ApplicationName = "parcours" };
        options = new DbContextOptionsBuilder<DossiersPostgreSql>().UseNpgsql(this.connexion.ConnectionString).UseLoggerFactory(loggers).ConfigureWarnings(SansEchecs)
            .AddInterceptors([new TraductionErreurs(this), .. interceptors]).Options;
    }

    /// <summary>Whether a connection string can be read, and names a server.</summary>
    public static bool SeLit(string connexion)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connexion) is { Host.Length: > 0 };
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return false;
        }
    }

    public override string Nom => $"{connexion.Database} sur {connexion.Host}";

    internal override IReadOnlyDictionary<string, string> Objets => ObjetsPostgreSql.Tous;

    public override DossiersDbContext CreateDbContext() => new DossiersPostgreSql(options, this);

    public override void Dispose()
    {
        using var connection = new NpgsqlConnection(connexion.ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    public override MotifDossiers? MotifDe(Exception erreur) => erreur switch
    {
        NpgsqlException npgsql => ErreursPostgreSql.MotifDe(npgsql),
        DossiersException dossiers => dossiers.Motif,
        DbUpdateException { InnerException: { } cause } => MotifDe(cause),
        TimeoutException => MotifDossiers.Occupee,
        _ => null,
    };

    public override Task SuivreAsync(Action<IReadOnlyList<VersionSujet>?> dire, CancellationToken cancellationToken) =>
        SuiviPostgreSql.SuivreAsync(APart(), dire, cancellationToken);

    internal override async Task<IAsyncDisposable> VerrouillerAsync(Action attendre, CancellationToken cancellationToken) =>
        await VerrouServeur.PrendreAsync(APart(), Nom, attendre, cancellationToken);

    /// <summary>The database is made by who runs the server; the lock was taken in it.</summary>
    internal override Task<bool> ExisteAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    internal override Task CreerAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal override Task ExecuterAsync(DossiersDbContext db, string instructions, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(instructions, cancellationToken);

    internal override async Task<IReadOnlySet<string>> ObjetsPresentsAsync(DossiersDbContext db, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<string>(
            """SELECT t.tgname::text AS "Value" FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace""")
            .ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);

    internal override Task<IDisposable?> TourAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable?>(null);

    internal override Task ReserverAsync(DossiersDbContext db, string cle, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))", [cle], cancellationToken);

    internal override Task LeverAsync(DossiersDbContext db, IReadOnlyList<string> sujets, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(Elever, [sujets.ToArray(), SuiviPostgreSql.Canal], cancellationToken);

    /// <summary>A connection outside the pool, that notices when its server is gone.</summary>
    private NpgsqlConnection APart() => new(new NpgsqlConnectionStringBuilder(connexion.ConnectionString) { Pooling = false, KeepAlive = 15 }.ConnectionString);
}
