using System.Text;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Storage;
using Google.Protobuf;
using Temporalio.Api.History.V1;

namespace FranceTravail.Parcours.Engine.Protocol.Workflows;

/// <summary>Histories are read in pages of whole batches.</summary>
internal static class HistoryPages
{
    public const int LargestPage = 256;

    /// <summary>A page ends before a batch that would make it larger: clients take messages of four MiB without being told to take more.</summary>
    private const int LargestPageBytes = 3 * 1024 * 1024;

    /// <summary>Events from one id to another; the token leads on when there are more batches than a page holds.</summary>
    public static (History Page, ByteString Token) First(IStore store, RunKey key, long runNumber, long from, long to)
    {
        var (page, next) = Read(store, runNumber, from, to, LargestPage);
        return (page, next is { } id ? new HistoryToken(key.RunId, id, to).Write() : ByteString.Empty);
    }

    /// <summary>A page, and the id of the first event behind it if there is one.</summary>
    public static (History Page, long? Next) Read(IStore store, long runNumber, long from, long to, int batches)
    {
        var page = new History();
        if (from > to)
        {
            return (page, null);
        }

        var bytes = 0;
        foreach (var batch in store.ReadHistory(runNumber, from, to, batches))
        {
            bytes += batch.CalculateSize();
            if (page.Events.Count > 0 && bytes > LargestPageBytes)
            {
                break;
            }

            page.Events.Add(batch.Events.Where(e => e.EventId >= from && e.EventId <= to));
        }

        var last = page.Events.Count == 0 ? to : page.Events[^1].EventId;
        return (page, last < to ? last + 1 : null);
    }
}

/// <summary>Where a reader of a history stands.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Next">Id of the event that comes next.</param>
/// <param name="Last">Last event to be read; 0 for as many as there are.</param>
internal sealed record HistoryToken(string RunId, long Next, long Last)
{
    private const byte Mark = 0xE2;

    public ByteString Write()
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(RunId);
        writer.Write(Next);
        writer.Write(Last);
        return ByteString.CopyFrom(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static HistoryToken? Read(ByteString bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes.ToByteArray()), Encoding.UTF8);
            if (reader.ReadByte() == Mark)
            {
                var token = new HistoryToken(reader.ReadString(), reader.ReadInt64(), reader.ReadInt64());
                if (token is { Next: > 0, Last: >= 0 } && reader.BaseStream.Position == reader.BaseStream.Length)
                {
                    return token;
                }
            }
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException)
        {
            throw Errors.Invalid("Invalid NextPageToken.");
        }

        throw Errors.Invalid("Invalid NextPageToken.");
    }
}
