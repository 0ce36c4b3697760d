namespace FranceTravail.Parcours.Engine.Tests.Faults;

/// <summary>What of a file is synced, and what was done to it since.</summary>
internal sealed class KeptFile(byte[] synced)
{
    private readonly List<(long Offset, byte[]? Bytes)> unsynced = [];
    private byte[] synced = synced;

    public void Write(long offset, byte[] bytes) => unsynced.Add((offset, bytes));

    public void Truncate(long size) => unsynced.Add((size, null));

    public void Sync()
    {
        synced = With(synced, unsynced);
        unsynced.Clear();
    }

    /// <summary>A disk writes what it was not told to sync in any order, and whole sectors only.</summary>
    public byte[] AfterPowerCut(int seed)
    {
        const int sector = 512;
        var chance = new Random(seed);
        return With(synced, seed == 0 ? [] : unsynced.Where(_ => chance.Next(2) == 0).Select(op => op.Bytes is { Length: > sector } bytes && chance.Next(4) == 0 ? op with { Bytes = bytes[..(sector * chance.Next(1, (bytes.Length / sector) + 1))] } : op));
    }

    private static byte[] With(byte[] before, IEnumerable<(long Offset, byte[]? Bytes)> done)
    {
        var file = new MemoryStream();
        file.Write(before);
        foreach (var (offset, bytes) in done)
        {
            if (bytes is null)
            {
                file.SetLength(offset);
                continue;
            }

            file.Position = offset;
            file.Write(bytes);
        }

        return file.ToArray();
    }
}
