using FranceTravail.Parcours.Engine.Storage.Sqlite;
using FranceTravail.Parcours.Engine.Storage.Sqlite.Backups;
using FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine;

/// <summary>What operators do with the engine's database file.</summary>
public static class Maintenance
{
    /// <summary>
    /// Copies the file as it is at one moment, beside a running engine, into a folder that is made when missing: the first time all of it,
    /// then the pages that changed since. A backup that is there gives way once the new one is whole.
    /// </summary>
    /// <exception cref="MaintenanceException">The file cannot be read, or the folder cannot be written.</exception>
    public static void Backup(string database, string folder) => Do(database, () =>
    {
        RequireFile(database);
        BackupFolder.Make(database, folder);
    });

    /// <summary>
    /// Puts a backup in the place of a file that is not there, or is empty. The journal and the mark of the former one are set aside (<see cref="SetAside"/>):
    /// with it they would be more than the backup.
    /// </summary>
    /// <exception cref="MaintenanceException">There is a file already, there is no backup, or it is damaged. Nothing was changed.</exception>
    public static void Restore(string folder, string database) => Do(database, () =>
    {
        if (HasFile(database))
        {
            throw new MaintenanceException(MaintenanceReason.FileThere, $"There is a database file at {database} already. Move it away first.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!);
        var made = database + ".new";
        try
        {
            BackupFolder.Assemble(folder, Path.GetFileName(database), made);
            if (Verify(made) is { IsWhole: false } damaged)
            {
                throw new MaintenanceException(MaintenanceReason.BackupDamaged, $"The backup in {folder} is damaged: {damaged.Faults[0]}");
            }

            SetAside(database);
            File.Move(made, database, overwrite: true);
        }
        finally
        {
            File.Delete(made);
        }
    });

    /// <summary>
    /// Moves what belongs to a file that is lost out of the way of another one, as <c>NAME-wal.aside</c> and <c>NAME.mark.aside</c>; what was set aside before
    /// goes. Nothing is moved where the file is there.
    /// </summary>
    public static void SetAside(string database)
    {
        if (HasFile(database))
        {
            return;
        }

        // What only a file that is open needs.
        File.Delete(database + "-shm");
        foreach (var beside in ((string[])[database + "-wal", database + ".mark"]).Where(File.Exists))
        {
            File.Move(beside, beside + ".aside", overwrite: true);
        }
    }

    /// <summary>Whether an engine's file, or its journal, is there; an empty one is none.</summary>
    public static bool HasFile(string database) => new FileInfo(database) is { Exists: true, Length: > 0 };

    /// <summary>Reads every run with its history, and says what does not fit. The file is left as it is; an engine may run on it.</summary>
    /// <exception cref="MaintenanceException">There is no file, or it cannot be opened.</exception>
    public static VerificationReport Verify(string database)
    {
        VerificationReport? report = null;
        Do(database, () =>
        {
            RequireFile(database);
            using var connection = Open(database, SqliteOpenMode.ReadOnly);
            report = Verification.Of(connection, database);
        });
        return report!;
    }

    /// <summary>Writes the file anew without the room that deleted runs left. No engine may run on it.</summary>
    /// <exception cref="MaintenanceException">The file is used, or the disk is full.</exception>
    public static void Compact(string database) => Do(database, () =>
    {
        RequireFile(database);
        using var file = EngineFile.Open(database);
        EngineFile.Execute(file.Writer, "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
    });

    private static void RequireFile(string database)
    {
        EngineFile.RequireNotLost(database);
        if (!File.Exists(database))
        {
            throw new MaintenanceException(MaintenanceReason.NoFile, $"There is no database file at {database}.");
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = CheckedPages.Connect(path, mode);
        connection.Open();
        return connection;
    }

    private static void Do(string database, Action action)
    {
        try
        {
            action();
        }
        catch (SqliteException e)
        {
            throw new MaintenanceException(Damage.Is(e) ? MaintenanceReason.Damaged : MaintenanceReason.Unusable, $"The database file {database} {(Damage.Is(e) ? "is damaged" : "cannot be used")}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EngineStartException)
        {
            throw new MaintenanceException(e is EngineStartException ? MaintenanceReason.WouldNotStart : MaintenanceReason.Unusable, e.Message, e);
        }
    }
}
