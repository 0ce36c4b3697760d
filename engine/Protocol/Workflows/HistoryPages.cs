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
        foreach (var batch in store.ReadHistory(runNumber, from, to, batches, LargestPageBytes))
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
