using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>The engine's database file: owned by one process, of a known schema, written with a sync at each commit.</summary>
internal sealed class EngineFile : IDisposable
{
    private readonly FileStream owner;
    private readonly string readString;
    private readonly Checkpoints checkpoints;
    private readonly string path;
    private FileStream? watched;
    private string descriptor = "";
    private string? real;

    private EngineFile(string path, FileStream owner)
    {
        (this.path, this.owner) = (path, owner);
        readString = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
        checkpoints = new Checkpoints(path);
        Writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
    }

    /// <summary>The one connection that writes.</summary>
    public SqliteConnection Writer { get; }

    /// <summary>Opens the file, and makes it when it is not there.</summary>
    /// <exception cref="EngineStartException">It is owned by another process, read-only, of a newer version or damaged.</exception>
    public static EngineFile Open(string path)
    {
        var owner = Own(path);
        var file = new EngineFile(path, owner);
        try
        {
            file.Writer.Open();
            Execute(file.Writer, "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
            Migrate(file.Writer);
            file.Recognise();
            file.checkpoints.Start();
            return file;
        }
        catch (SqliteException e)
        {
            file.Dispose();
            throw e.SqliteErrorCode switch
            {
                SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM =>
                    new EngineStartException(EngineStartReason.DatabaseReadOnly, $"The database file {path} cannot be written.", e),
                SQLitePCL.raw.SQLITE_BUSY => new EngineStartException(EngineStartReason.DatabaseLocked, $"The database file {path} is used by another process.", e),
                _ => new EngineStartException(EngineStartReason.DatabaseCorrupt, $"The database file {path} is damaged: {e.Message}", e),
            };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Commits that the file has had.</summary>
    public long Commits { get; private set; }

    /// <summary>Says beside the file how far it has come.</summary>
    public CommitMark Mark { get; private set; } = null!;

    /// <summary>Throws when the file is no longer the one of its name: it was deleted or replaced, and what is written to it is lost.</summary>
    public void RequireSame()
    {
        if (OperatingSystem.IsLinux() && Target() != real)
        {
            throw new IOException($"The database file {path} was deleted or replaced while the engine ran.");
        }
    }

    private void Recognise()
    {
        var id = Guid.Parse(Remembered("file") ?? Remember("file", Guid.NewGuid().ToString()));
        Commits = long.Parse(Remembered("commit") ?? "0", CultureInfo.InvariantCulture);
        if (CommitMark.Read(path) is { } known && (known.File != id || known.Commits > Commits))
        {
            throw new EngineStartException(
                EngineStartReason.DatabaseNotTheLast,
                $"The database file {path} is {(known.File != id ? "another one than before" : $"older than it was: it has {Commits} commits and had {known.Commits}")}. Restore the newest backup, or, to go on with this file and lose what came after it, delete {CommitMark.PathOf(path)}.");
        }

        Mark = CommitMark.Open(path, id, Commits);
        watched = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        descriptor = $"/proc/self/fd/{watched.SafeFileHandle.DangerousGetHandle()}";
        real = OperatingSystem.IsLinux() ? Target() : null;
    }

    /// <summary>Where the open file is now.</summary>
    private string? Target() => File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.FullName;

    /// <summary>A connection that reads; the caller closes it.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(readString);
        connection.Open();
        return connection;
    }

    /// <summary>What the file holds under a name; null when nothing.</summary>
    public string? Remembered(string key)
    {
        using var read = Writer.CreateCommand();
        read.CommandText = "SELECT value FROM meta WHERE key = $key";
        read.Parameters.AddWithValue("$key", key);
        return read.ExecuteScalar() as string;
    }

    /// <summary>Keeps something under a name, and answers it.</summary>
    public string Remember(string key, string value)
    {
        using var write = Writer.CreateCommand();
        write.CommandText = "INSERT INTO meta (key, value) VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        write.Parameters.AddWithValue("$key", key);
        write.Parameters.AddWithValue("$value", value);
        write.ExecuteNonQuery();
        return value;
    }

    public void Dispose()
    {
        checkpoints.Dispose();
        Mark?.Dispose();
        Writer.Dispose();

        // Behind the connections: closing it gives up the locks that they hold in this process.
        watched?.Dispose();
        owner.Dispose();
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static FileStream Own(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EngineStartException(EngineStartReason.DatabaseReadOnly, $"The data folder of {path} cannot be written.", e);
        }
        catch (IOException e) when (File.Exists(path + ".lock"))
        {
            throw new EngineStartException(EngineStartReason.DatabaseLocked, $"The database file {path} is used by another process.", e);
        }
        catch (IOException e)
        {
            throw new EngineStartException(EngineStartReason.DatabaseReadOnly, $"The data folder of {path} cannot be written.", e);
        }
    }

    private static void Migrate(SqliteConnection connection)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "PRAGMA user_version";
        var version = Convert.ToInt32(read.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (version > EngineSchema.Last)
        {
            throw new EngineStartException(EngineStartReason.DatabaseNewer, $"The database file is of version {version}; this engine knows versions up to {EngineSchema.Last}.");
        }

        if (version is > 0 and <= EngineSchema.First)
        {
            throw new EngineStartException(EngineStartReason.DatabaseOlder, $"The database file is of version {version}, of before the first one that is kept; begin with a new data folder.");
        }

        for (version = Math.Max(version, EngineSchema.First); version < EngineSchema.Last; version++)
        {
            using var transaction = connection.BeginTransaction();
            Execute(connection, EngineSchema.Steps[version - EngineSchema.First]);
            Execute(connection, $"PRAGMA user_version = {version + 1}");
            transaction.Commit();
        }
    }
}
