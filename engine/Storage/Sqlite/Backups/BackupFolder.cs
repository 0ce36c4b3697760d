using System.Globalization;
using FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;
using Microsoft.Data.Sqlite;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite.Backups;

/// <summary>A folder that holds the backup of one file: the first time all of it, then what changed.</summary>
internal static class BackupFolder
{
    /// <summary>More parts, or larger ones together than the whole, are not worth what they cost at a restoration.</summary>
    private const int MostParts = 30;

    /// <summary>What files beside the index are: the whole, a part, and one that is being made.</summary>
    private static readonly string[] Kinds = [".whole-", ".part-", ".made-"];

    /// <summary>Copies the file as it is at one moment. What was there before is a backup until the new one is whole.</summary>
    public static void Make(string database, string folder)
    {
        Directory.CreateDirectory(folder);
        var name = Path.GetFileName(database);
        using var source = CheckedPages.Connect(database, SqliteOpenMode.ReadOnly);
        source.Open();
        var file = EngineFile.Remembered(source, "file") is { } id ? Guid.Parse(id) : Guid.Empty;
        var known = Known(folder, name, file);
        var index = known is null ? new BackupIndex(Guid.NewGuid(), file, 0, []) : known with { Parts = known.Parts + 1 };
        var made = Path.Combine(folder, $"{name}.made-{Guid.NewGuid():n}");
        try
        {
            using (var copy = new BackupPages(made, index.Sums, CheckedPages.BearsChecks(database)))
            {
                copy.Copy(source);
                index = index with { Sums = copy.Sums };
                using var written = new FileStream(made, FileMode.Open, FileAccess.ReadWrite);
                if (known is null)
                {
                    written.Flush(flushToDisk: true);
                }
                else
                {
                    BackupPart.Write(index.Part(folder, name, index.Parts), index.Id, index.Parts, written, copy.Written);
                }
            }

            if (known is null)
            {
                File.Move(made, index.Whole(folder, name));
            }

            index.Write(folder, name);
        }
        finally
        {
            File.Delete(made);
        }

        RemoveOthers(folder, name, index);
    }

    /// <summary>Puts the file together as it was last backed up.</summary>
    /// <exception cref="MaintenanceException">There is no backup, or it is damaged.</exception>
    public static void Assemble(string folder, string name, string target)
    {
        var index = BackupIndex.Read(folder, name) ?? throw new MaintenanceException(MaintenanceReason.NoBackup, $"There is no backup of {name} in {folder}.");
        if (index.AllParts(folder, name).Prepend(index.Whole(folder, name)).FirstOrDefault(f => !File.Exists(f)) is { } missing)
        {
            throw new MaintenanceException(MaintenanceReason.BackupDamaged, $"The backup is not whole: {missing} is missing.");
        }

        File.Copy(index.Whole(folder, name), target, overwrite: true);
        using var file = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
        for (var number = 1; number <= index.Parts; number++)
        {
            BackupPart.Apply(index.Part(folder, name, number), index.Id, number, file);
        }

        file.SetLength((long)index.Sums.Count * CheckedPages.PageSize);
        file.Position = 0;
        var page = new byte[CheckedPages.PageSize];
        for (var number = 0; number < index.Sums.Count; number++)
        {
            file.ReadExactly(page);
            if (BackupPages.SumOf(page) != index.Sums[number])
            {
                throw new MaintenanceException(MaintenanceReason.BackupDamaged, $"The backup in {folder} is damaged: page {(number + 1).ToString(CultureInfo.InvariantCulture)} of the file is not as it was written.");
            }
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>The backup that parts may be added to; null when all is to be copied.</summary>
    private static BackupIndex? Known(string folder, string name, Guid file)
    {
        BackupIndex? index;
        try
        {
            index = BackupIndex.Read(folder, name);
        }
        catch (MaintenanceException)
        {
            // It serves nobody; a whole one takes its place.
            return null;
        }

        if (index is null || index.File != file || index.Parts >= MostParts || !File.Exists(index.Whole(folder, name)))
        {
            return null;
        }

        var parts = index.AllParts(folder, name).Select(path => new FileInfo(path)).ToList();
        return parts.All(p => p.Exists) && parts.Sum(p => p.Length) <= new FileInfo(index.Whole(folder, name)).Length ? index : null;
    }

    /// <summary>Removes what belongs to a backup before, or was left of one that was killed while it was made.</summary>
    private static void RemoveOthers(string folder, string name, BackupIndex index)
    {
        foreach (var path in Directory.GetFiles(folder, name + ".*"))
        {
            var rest = Path.GetFileName(path)[name.Length..];
            if (Kinds.Any(kind => rest.StartsWith(kind, StringComparison.Ordinal)) && !rest.Contains(index.Id.ToString("n"), StringComparison.Ordinal))
            {
                File.Delete(path);
            }
        }
    }
}
