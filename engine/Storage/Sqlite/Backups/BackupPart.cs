using System.Security.Cryptography;
using FranceTravail.Parcours.Engine.Storage.Sqlite.Pages;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite.Backups;

/// <summary>The pages that changed between two backups, in a file with a check over all of it.</summary>
internal static class BackupPart
{
    private static readonly byte[] Mark = [.. "PBP1"u8];

    /// <summary>Writes the pages of a file that changed.</summary>
    public static void Write(string path, Guid id, int number, FileStream source, IReadOnlyCollection<long> pages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var part = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
        {
            Put([.. Mark, .. id.ToByteArray(), .. BitConverter.GetBytes(number), .. BitConverter.GetBytes(pages.Count)]);
            var page = new byte[CheckedPages.PageSize];
            foreach (var at in pages)
            {
                source.Position = at * CheckedPages.PageSize;
                source.ReadExactly(page);
                Put(BitConverter.GetBytes(at));
                Put(page);
            }

            part.Write(hash.GetHashAndReset());
            part.Flush(flushToDisk: true);

            void Put(byte[] bytes)
            {
                part.Write(bytes);
                hash.AppendData(bytes);
            }
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Puts the pages of a part into a file.</summary>
    /// <exception cref="MaintenanceException">It is not the part that was written.</exception>
    public static void Apply(string path, Guid id, int number, FileStream target)
    {
        using var part = new FileStream(path, FileMode.Open, FileAccess.Read);
        var expected = new byte[SHA256.HashSizeInBytes];
        if (part.Length > expected.Length)
        {
            part.Position = part.Length - expected.Length;
            part.ReadExactly(expected);
        }

        part.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var header = Take(Mark.Length + 16 + sizeof(int) + sizeof(int));
        if (!header.AsSpan().StartsWith(Mark) || new Guid(header.AsSpan(Mark.Length, 16)) != id || BitConverter.ToInt32(header, Mark.Length + 16) != number)
        {
            throw Damaged();
        }

        for (var left = BitConverter.ToInt32(header, Mark.Length + 16 + sizeof(int)); left > 0; left--)
        {
            var at = BitConverter.ToInt64(Take(sizeof(long)));
            var page = Take(CheckedPages.PageSize);
            if (at < 0 || at > uint.MaxValue)
            {
                throw Damaged();
            }

            target.Position = at * CheckedPages.PageSize;
            target.Write(page);
        }

        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(expected))
        {
            throw Damaged();
        }

        byte[] Take(int length)
        {
            var bytes = new byte[length];
            if (part.ReadAtLeast(bytes, length, throwOnEndOfStream: false) < length)
            {
                throw Damaged();
            }

            hash.AppendData(bytes);
            return bytes;
        }

        MaintenanceException Damaged() => new(MaintenanceReason.BackupDamaged, $"The part {path} of the backup is damaged.");
    }
}
