using System.Buffers.Binary;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>Looks at a database file and its journal while an engine runs on them: what is written to one that was deleted, replaced or cut is lost.</summary>
internal sealed class FileWatch(string path) : IDisposable
{
    private const int PageSize = 4096;

    /// <summary>Where the header says how many pages the file has.</summary>
    private const int PagesAt = 28;

    private readonly WatchedName file = new(path);

    /// <summary>The journal; null until there is one. It lasts as long as the engine has the file open.</summary>
    private WatchedName? journal;
    private long length;

    /// <summary>Throws when the file is no longer the one of its name, or lacks an end that it had.</summary>
    /// <exception cref="IOException">It, or its journal, was deleted, replaced or cut.</exception>
    public void RequireSame()
    {
        journal ??= File.Exists(path + "-wal") ? new WatchedName(path + "-wal") : null;
        if (!file.IsSame || journal is { IsSame: false })
        {
            throw new IOException($"The database file {path}, or its journal, was deleted or replaced while the engine ran.");
        }

        // It becomes shorter when room is given back; its header says so then.
        var now = RandomAccess.GetLength(file.Handle);
        if (now < length && Pages() * PageSize > now)
        {
            throw new IOException($"The database file {path} was cut while the engine ran: it has {now} bytes and had {length}.");
        }

        length = now;
    }

    public void Dispose()
    {
        file.Dispose();
        journal?.Dispose();
    }

    private long Pages()
    {
        Span<byte> pages = stackalloc byte[4];
        return RandomAccess.Read(file.Handle, pages, PagesAt) == pages.Length ? BinaryPrimitives.ReadUInt32BigEndian(pages) : long.MaxValue / PageSize;
    }
}
