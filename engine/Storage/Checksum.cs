using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FranceTravail.Parcours.Engine.Storage;

/// <summary>Checks of what is kept, by which damage is seen when it is read: the first eight bytes of a SHA-256.</summary>
internal static class Checksum
{
    /// <summary>Of a part of a history. It rests on that of the part before, so that none can be missing or exchanged.</summary>
    public static long OfBatch(long before, long id, ReadOnlySpan<byte> batch)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, before);
        Add(hash, id);
        hash.AppendData(batch);
        return End(hash);
    }

    /// <summary>Of a run: what it was started with, its state, where its history ends and how many items it has.</summary>
    public static long OfRun(string runId, string workflowId, ReadOnlySpan<byte> start, ReadOnlySpan<byte> state, long chain, long items)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, runId);
        Add(hash, workflowId);
        Add(hash, start.Length);
        hash.AppendData(start);
        hash.AppendData(state);
        Add(hash, chain);
        Add(hash, items);
        return End(hash);
    }

    public static long OfItem(long run, ItemRow item)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, run);
        Add(hash, (long)item.Kind);
        if (item.Key is long number)
        {
            Add(hash, number);
        }
        else
        {
            Add(hash, (string)item.Key);
        }

        hash.AppendData(item.Value!);
        return End(hash);
    }

    private static void Add(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, string text)
    {
        Add(hash, text.Length);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    private static long End(IncrementalHash hash)
    {
        Span<byte> whole = stackalloc byte[32];
        hash.GetHashAndReset(whole);
        return BinaryPrimitives.ReadInt64LittleEndian(whole);
    }
}
