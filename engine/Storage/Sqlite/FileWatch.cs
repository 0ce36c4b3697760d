using System.Buffers.Binary;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>Looks at a database file and its journal while an engine runs on them: what is written to one that was deleted, replaced or cut is lost.</summary>
internal sealed class FileWatch(string path) : IDisposable
{
    private const int PageSize = 4096;

    /// <summary>Where the header counts its own changes. It grows when the file takes or gives back room, and never goes back.</summary>
    private const int ChangesAt = 24;

    /// <summary>Where the header says how many pages the file has.</summary>
    private const int PagesAt = 28;

    private readonly Lock looking = new();
    private readonly WatchedName file = new(path);

    /// <summary>The journal; null until there is one. It lasts as long as the engine has the file open.</summary>
    private WatchedName? journal;
    private long length;
    private long changes;

    /// <summary>Throws when the file is no longer the one of its name, or lacks an end that it had.</summary>
    /// <exception cref="FileLostException">It, or its journal, was deleted, replaced, cut or written over.</exception>
    public void RequireSame()
    {
        lock (looking)
        {
            Look();
        }
    }

    public void Dispose()
    {
        file.Dispose();
        journal?.Dispose();
    }

    private void Look()
    {
        journal ??= File.Exists(path + "-wal") ? new WatchedName(path + "-wal") : null;
        if (!file.IsSame || journal is { IsSame: false })
        {
            throw new FileLostException($"The database file {path}, or its journal, was deleted or replaced while the engine ran.");
        }

        // It becomes shorter when room is given back; its header says so then.
        var now = RandomAccess.GetLength(file.Handle);
        if (now < length && (Header(PagesAt) ?? long.MaxValue / PageSize) * PageSize > now)
        {
            throw new FileLostException($"The database file {path} was cut while the engine ran: it has {now} bytes and had {length}.");
        }

        var counted = Header(ChangesAt) ?? 0;
        if (counted < changes)
        {
            throw new FileLostException($"The database file {path} was written over with an older one while the engine ran.");
        }

        (changes, length) = (counted, now);
    }

    private long? Header(int offset)
    {
        Span<byte> number = stackalloc byte[4];
        return RandomAccess.Read(file.Handle, number, offset) == number.Length ? BinaryPrimitives.ReadUInt32BigEndian(number) : null;
    }
}
