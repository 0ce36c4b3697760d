using FranceTravail.Parcours.Engine.Batches;
using FranceTravail.Parcours.Engine.Clock;
using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Runs;
using FranceTravail.Parcours.Engine.Storage;
using FranceTravail.Parcours.Engine.Writing;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Namespaces;

/// <summary>
/// Deletes closed runs and batch jobs once the retention of their namespace has passed: a few at a time, through the writer, now and then.
/// A virtual clock keeps all: it passes years in a moment, and what it is moved for is to see what came of them.
/// </summary>
internal sealed class Retention(EngineClock clock, IStore store, Writer writer, NamespaceCatalog catalog, BatchCatalog? batches, ILogger logger) : IAsyncDisposable
{
    /// <summary>Runs in one transaction: others wait for it.</summary>
    private const int Portion = 20;

    /// <summary>Pages of the file given back to the disk at a time: others wait for it.</summary>
    private const int PagesGivenBack = 2000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource stop = new();
    private Task? loop;

    public void Start()
    {
        if (!clock.IsVirtual)
        {
            loop = Task.Run(LoopAsync);
        }
    }

    /// <summary>Deletes what is due, and gives some of the room back to the disk.</summary>
    public async Task SweepAsync()
    {
        var deleted = false;
        foreach (var (name, retention) in catalog.Retentions)
        {
            var past = clock.GetUtcNow() - retention;
            var (found, left) = (Portion, 0);
            while (!stop.IsCancellationRequested && found == Portion)
            {
                // Those that could not be deleted come first the next time, and are passed over.
                var due = store.ClosedBefore(name, past, Portion, left);
                found = due.Count;
                left += found - await DeleteAsync(due);
                deleted |= found > 0;
            }

            foreach (var job in batches?.All.Where(j => j.Namespace == name && j.CloseTime < past).ToList() ?? [])
            {
                await writer.SubmitAsync(unit => batches!.Remove(unit, job));
            }
        }

        if (deleted)
        {
            await writer.SubmitAsync(Shrink);
        }
    }

    private static bool Shrink(UnitOfWork unit)
    {
        unit.Statements.Add((connection, transaction) =>
        {
            using var shrink = connection.CreateCommand();
            shrink.Transaction = transaction;
            shrink.CommandText = $"PRAGMA incremental_vacuum({PagesGivenBack})";
            using var pages = shrink.ExecuteReader();
            while (pages.Read())
            {
                // Each step gives one page back.
            }
        });
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (loop is not null)
        {
            await loop;
        }

        stop.Dispose();
    }

    private async Task<int> DeleteAsync(IReadOnlyList<RunKey> due) => (await Task.WhenAll(due.Select(DeleteAsync))).Count(deleted => deleted);

    private async Task<bool> DeleteAsync(RunKey key)
    {
        try
        {
            return await writer.SubmitAsync(unit => Delete(unit, key));
        }
        catch (Refusal e) when (!stop.IsCancellationRequested)
        {
            logger.LogError(e, "Run {RunId} is past its retention but could not be deleted", key.RunId);
            return false;
        }
    }

    private static bool Delete(UnitOfWork unit, RunKey key)
    {
        if (unit.Find(key) is not { Open: false } run)
        {
            return false;
        }

        unit.Delete(run);
        return true;
    }

    private async Task LoopAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await SweepAsync();
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                logger.LogError(e, "Runs past their retention could not be deleted; they are looked for again");
            }

            await Task.Delay(Pause, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
