using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Host.Simulateurs;

/// <summary>The simulators' file: one process, one connection, one transaction at a time.</summary>
internal sealed class SimulateursStore : IAsyncDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS effets (
            cle TEXT PRIMARY KEY, operation TEXT NOT NULL, dossier TEXT NOT NULL,
            appels INTEGER NOT NULL, effets INTEGER NOT NULL, statut INTEGER, reponse TEXT) STRICT;
        CREATE TABLE IF NOT EXISTS reglages (partenaire TEXT PRIMARY KEY, reglage TEXT NOT NULL) STRICT;
        """;

    private readonly FileStream gate;
    private readonly SqliteConnection connection;
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Opens the file, and keeps it from every other process until it is closed.</summary>
    /// <exception cref="FichierOccupeException">Other simulators have it.</exception>
    /// <exception cref="SqliteException">It cannot be opened or written.</exception>
    public SimulateursStore(string path)
    {
        gate = Lock(path + ".lock");
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = string.Concat(TousLesSimulateurs.Liste.Select(s => s.Schema).Prepend(Schema));
            command.ExecuteNonQuery();
        }
        catch
        {
            connection.Dispose();
            gate.Dispose();
            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/> in a transaction, alone, and commits it.</summary>
    public async Task<T> WriteAsync<T>(Func<Commandes, T> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancellationToken);
            var result = work(new Commandes(connection, transaction));
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await gate.DisposeAsync();
        turn.Dispose();
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new FichierOccupeException(path, error);
        }
    }
}
