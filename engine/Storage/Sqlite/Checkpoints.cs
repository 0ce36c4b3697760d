using FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>
/// Copies what was committed from the journal into the file, on a connection and a thread of its own: the writer does not wait for it.
/// A reader that takes long lets the journal grow until it has ended.
/// </summary>
internal sealed class Checkpoints(string path) : IDisposable
{
    /// <summary>Journals smaller than this are left as they are.</summary>
    private const long Worth = 8 * 1024 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly ManualResetEventSlim stop = new();
    private Thread? thread;

    public void Start()
    {
        thread = new Thread(Loop) { IsBackground = true, Name = "engine checkpoints" };
        thread.Start();
    }

    public void Dispose()
    {
        stop.Set();
        thread?.Join();
        stop.Dispose();
    }

    private void Loop()
    {
        using var connection = CheckedPages.Connect(path);
        long done = 0;
        while (!stop.Wait(Pause))
        {
            try
            {
                var journal = new FileInfo(path + "-wal");
                if (!journal.Exists || journal.Length < Worth || journal.LastWriteTimeUtc.Ticks == done)
                {
                    continue;
                }

                done = journal.LastWriteTimeUtc.Ticks;
                if (connection.State != System.Data.ConnectionState.Open)
                {
                    connection.Open();
                    EngineFile.Execute(connection, "PRAGMA synchronous = FULL");
                }

                EngineFile.Execute(connection, "PRAGMA wal_checkpoint(PASSIVE)");
            }
            catch (Exception e) when (e is SqliteException or IOException)
            {
                // A full disk, or a file that is being moved: the writer says so, and this is tried again.
                done = 0;
            }
        }
    }
}
