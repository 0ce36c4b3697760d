using System.Security.Cryptography;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite.Backups;

/// <summary>What a backup is made of: one whole file, and parts with the pages that changed since the part before. It is written last, so that what it names is there.</summary>
/// <param name="Id">Of the whole file, by which it and its parts are named.</param>
/// <param name="File">The engine's file that it is a backup of.</param>
/// <param name="Parts">How many parts there are.</param>
/// <param name="Sums">One for each page of the file as it was last backed up.</param>
internal sealed record BackupIndex(Guid Id, Guid File, int Parts, IReadOnlyList<ulong> Sums)
{
    private static readonly byte[] Mark = [.. "PBI1"u8];

    public static string PathIn(string folder, string name) => Path.Combine(folder, name + ".backup");

    public string Whole(string folder, string name) => Path.Combine(folder, $"{name}.whole-{Id:n}");

    public string Part(string folder, string name, int number) => Path.Combine(folder, $"{name}.part-{Id:n}-{number:d4}");

    public IEnumerable<string> AllParts(string folder, string name) => Enumerable.Range(1, Parts).Select(number => Part(folder, name, number));

    /// <summary>Reads an index; null when there is none.</summary>
    /// <exception cref="MaintenanceException">It is not as it was written.</exception>
    public static BackupIndex? Read(string folder, string name)
    {
        var path = PathIn(folder, name);
        if (!System.IO.File.Exists(path))
        {
            return null;
        }

        var bytes = System.IO.File.ReadAllBytes(path);
        var content = bytes.AsSpan(0, Math.Max(0, bytes.Length - SHA256.HashSizeInBytes));
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)) || !content.StartsWith(Mark))
        {
            throw new MaintenanceException(MaintenanceReason.BackupDamaged, $"The list of the backup, {path}, is damaged.");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes));
        _ = reader.ReadBytes(Mark.Length);
        var (id, file, parts) = (new Guid(reader.ReadBytes(16)), new Guid(reader.ReadBytes(16)), reader.ReadInt32());
        var sums = new ulong[reader.ReadInt32()];
        for (var page = 0; page < sums.Length; page++)
        {
            sums[page] = reader.ReadUInt64();
        }

        return new BackupIndex(id, file, parts, sums);
    }

    public void Write(string folder, string name)
    {
        var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            writer.Write(Id.ToByteArray());
            writer.Write(File.ToByteArray());
            writer.Write(Parts);
            writer.Write(Sums.Count);
            foreach (var sum in Sums)
            {
                writer.Write(sum);
            }
        }

        buffer.Write(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
        var path = PathIn(folder, name);
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
        {
            buffer.WriteTo(file);
            file.Flush(flushToDisk: true);
        }

        System.IO.File.Move(path + ".new", path, overwrite: true);
    }
}
