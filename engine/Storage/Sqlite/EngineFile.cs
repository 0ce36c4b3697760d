using System.Globalization;
using FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>The engine's database file: owned by one process, of a known schema, written with a sync at each commit.</summary>
internal sealed class EngineFile : IDisposable
{
    private const long LargeJournal = 256L * 1024 * 1024;

    /// <summary>How often an engine that writes nothing looks at its file.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly TaskCompletionSource<string> lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource closing = new();

    private readonly FileStream owner;
    private readonly Checkpoints checkpoints;
    private readonly string path;
    private FileWatch? watch;
    private Task looking = Task.CompletedTask;

    private EngineFile(string path, FileStream owner)
    {
        (this.path, this.owner) = (path, owner);
        checkpoints = new Checkpoints(path);
        Writer = CheckedPages.Connect(path);
    }

    /// <summary>The one connection that writes.</summary>
    public SqliteConnection Writer { get; }

    /// <summary>Opens the file, and makes it when it is not there.</summary>
    /// <exception cref="EngineStartException">It is owned by another process, read-only, of a newer version, damaged or lost, or its disk is full or fails.</exception>
    public static EngineFile Open(string path)
    {
        RequireNotLost(path);
        var owner = Own(path);
        var file = new EngineFile(path, owner);
        try
        {
            var isNew = !Maintenance.HasFile(path);
            file.Writer.Open();
            if (isNew)
            {
                CheckedPages.Reserve(file.Writer);
            }

            var version = Version(file.Writer);
            file.Recognise(version);
            Execute(file.Writer, "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
            Migrate(file.Writer, version);
            file.Begin();
            return file;
        }
        catch (Exception e)
        {
            file.LeaveJournal();
            file.Dispose();
            if (StartFault.Of(path, e) is { } refusal)
            {
                throw refusal;
            }

            throw;
        }
    }

    /// <summary>
    /// Refuses a place where a file was and is not: a new one would take the journal of the former with it. A first start makes the file
    /// before its journal, and both before its mark: wherever it was cut, it is none of these.
    /// </summary>
    /// <exception cref="EngineStartException">There is no file, or an empty one, beside a mark or a journal.</exception>
    public static void RequireNotLost(string path)
    {
        // The file last: another process may be making it.
        if ((File.Exists(CommitMark.PathOf(path)) || Maintenance.HasFile(path + "-wal")) && !Maintenance.HasFile(path))
        {
            throw new EngineStartException(
                EngineStartReason.DatabaseMissing,
                $"The database file {path} is missing or empty, and what lies beside it belongs to one. Put it back as it was, or restore a backup.");
        }
    }

    /// <summary>Commits that the file has had: read from it.</summary>
    public long Commits => long.Parse(Remembered("commit") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>Says beside the file how far it has come.</summary>
    public CommitMark Mark { get; private set; } = null!;

    /// <summary>That the journal has grown beyond what it should; null when it has not.</summary>
    public string? JournalComplaint => new FileInfo(path + "-wal") is { Exists: true, Length: > LargeJournal and var length }
        ? $"The journal has {length >> 20} MiB: something has been reading the file for long, a backup or a verification, or it cannot be written."
        : null;

    /// <summary>Throws when what is written to the file would be lost.</summary>
    /// <exception cref="IOException">It was deleted, replaced or cut while the engine ran.</exception>
    public void RequireSame()
    {
        try
        {
            watch?.RequireSame();
        }
        catch (FileLostException e)
        {
            lost.TrySetResult(e.Message);
            throw;
        }
    }

    /// <summary>Ends, with why, once the file is seen to be lost: nothing that is written comes back at the next start.</summary>
    public Task<string> Lost => lost.Task;

    /// <summary>Refuses a file that is not the one that is known, before anything is written to it.</summary>
    private void Recognise(int version)
    {
        if (CommitMark.Read(path) is not { } known)
        {
            return;
        }

        var (same, commits) = version > 0 ? (Remembered("file") == known.File.ToString(), Commits) : (false, 0);
        if (!same || known.Commits > commits)
        {
            throw new EngineStartException(
                EngineStartReason.DatabaseNotTheLast,
                $"The database file {path} is {(same ? $"older than it was: it has {commits} commits and had {known.Commits}" : "another one than before")}. Restore the newest backup, or, to go on with this file and lose what came after it, delete {CommitMark.PathOf(path)}.");
        }
    }

    private void Begin()
    {
        var id = Guid.Parse(Remembered("file") ?? Remember("file", Guid.NewGuid().ToString()));
        Mark = CommitMark.Open(path, id, Commits);
        watch = new FileWatch(path);
        looking = LookAsync();
        checkpoints.Start();
    }

    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (!lost.Task.IsCompleted && await timer.WaitForNextTickAsync(closing.Token))
            {
                try
                {
                    RequireSame();
                }
                catch (IOException)
                {
                    // Lost, and said; or the disk fails, which is said by what is written to it.
                }
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The file is being closed.
        }
    }

    /// <summary>A connection that reads; the caller closes it.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = CheckedPages.Connect(path, SqliteOpenMode.ReadOnly);
        connection.Open();
        return connection;
    }

    /// <summary>What the file holds under a name; null when nothing.</summary>
    public string? Remembered(string key) => Remembered(Writer, key);

    public static string? Remembered(SqliteConnection connection, string key)
    {
        using var read = connection.CreateCommand();
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
        // Before the journal goes with its last connection.
        closing.Cancel();
        looking.GetAwaiter().GetResult();
        closing.Dispose();
        checkpoints.Dispose();
        Mark?.Dispose();
        Writer.Dispose();

        // Behind the connections: closing it gives up the locks that they hold in this process.
        watch?.Dispose();
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
        catch (IOException e) when (StartFault.Of(path, e) is { } refusal)
        {
            throw refusal;
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

    /// <summary>A start that is refused leaves the journal as it was: SQLite would put it into the file, and delete it, with its last connection.</summary>
    private void LeaveJournal()
    {
        if (Writer.Handle is { } handle)
        {
            raw.sqlite3_db_config(handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        }
    }

    private static int Version(SqliteConnection connection)
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

        return version;
    }

    private static void Migrate(SqliteConnection connection, int version)
    {
        for (version = Math.Max(version, EngineSchema.First); version < EngineSchema.Last; version++)
        {
            using var transaction = connection.BeginTransaction();
            Execute(connection, EngineSchema.Steps[version - EngineSchema.First]);
            Execute(connection, $"PRAGMA user_version = {version + 1}");
            transaction.Commit();
        }
    }
}
