using System.Buffers.Binary;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>Looks at a database file while an engine runs on it: what is written to one that was deleted, replaced or cut is lost.</summary>
internal sealed class FileWatch : IDisposable
{
    private const int PageSize = 4096;

    /// <summary>Where the header says how many pages the file has.</summary>
    private const int PagesAt = 28;

    private readonly string path;
    private readonly FileStream watched;
    private readonly string descriptor;
    private readonly string? real;
    private long length;

    public FileWatch(string path)
    {
        this.path = path;
        watched = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        descriptor = $"/proc/self/fd/{watched.SafeFileHandle.DangerousGetHandle()}";
        real = OperatingSystem.IsLinux() ? Target() : null;
    }

    /// <summary>Throws when the file is no longer the one of its name, or lacks an end that it had.</summary>
    /// <exception cref="IOException">It was deleted, replaced or cut.</exception>
    public void RequireSame()
    {
        if (OperatingSystem.IsLinux() && Target() != real)
        {
            throw new IOException($"The database file {path} was deleted or replaced while the engine ran.");
        }

        // It becomes shorter when room is given back; its header says so then.
        var now = RandomAccess.GetLength(watched.SafeFileHandle);
        if (now < length && Pages() * PageSize > now)
        {
            throw new IOException($"The database file {path} was cut while the engine ran: it has {now} bytes and had {length}.");
        }

        length = now;
    }

    public void Dispose() => watched.Dispose();

    /// <summary>Where the open file is now.</summary>
    private string? Target() => File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.FullName;

    private long Pages()
    {
        Span<byte> pages = stackalloc byte[4];
        return RandomAccess.Read(watched.SafeFileHandle, pages, PagesAt) == pages.Length ? BinaryPrimitives.ReadUInt32BigEndian(pages) : long.MaxValue / PageSize;
    }
}
