using System.Buffers.Binary;

namespace FranceTravail.Parcours.Engine.Storage.Sqlite;

/// <summary>
/// The number of the last commit, kept beside the database file: a file that is older or shorter than it was, or another one, is seen at the next start.
/// It is written behind each commit and never before it, so that no crash can leave it ahead of what is on disk.
/// </summary>
internal sealed class CommitMark : IDisposable
{
    private const int Length = 24;

    private readonly FileStream mark;
    private readonly byte[] bytes = new byte[Length];

    private CommitMark(FileStream mark, Guid file)
    {
        this.mark = mark;
        file.TryWriteBytes(bytes);
    }

    public static string PathOf(string database) => database + ".mark";

    /// <summary>What is known of the file; null when nothing is.</summary>
    public static (Guid File, long Commits)? Read(string database)
    {
        var path = PathOf(database);
        return File.Exists(path) && File.ReadAllBytes(path) is { Length: Length } known
            ? (new Guid(known.AsSpan(0, 16)), BinaryPrimitives.ReadInt64LittleEndian(known.AsSpan(16)))
            : null;
    }

    /// <summary>Begins to mark a file that was found to be the one that is known.</summary>
    public static CommitMark Open(string database, Guid file, long commits)
    {
        var mark = new CommitMark(new FileStream(PathOf(database), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0), file);
        mark.Write(commits);
        return mark;
    }

    /// <summary>Why the last one could not be written; null when it was.</summary>
    public string? Complaint { get; private set; }

    /// <summary>Marks a commit that is on disk. That it cannot be marked does not undo it: the mark is behind then, which a start takes.</summary>
    public void Write(long commits)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), commits);
        try
        {
            RandomAccess.Write(mark.SafeFileHandle, bytes, 0);
            Complaint = null;
        }
        catch (IOException e)
        {
            Complaint = $"The mark of the last commit cannot be written: {e.Message}";
        }
    }

    public void Dispose() => mark.Dispose();
}
