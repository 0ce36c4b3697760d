using FranceTravail.Parcours.Engine.Refusals;
using FranceTravail.Parcours.Engine.Writing;
using Microsoft.Extensions.Logging;

namespace FranceTravail.Parcours.Engine.Namespaces;

/// <summary>Deletes what namespaces held that were deleted: a few runs at a time, through the writer.</summary>
internal sealed class Reclaimer(Writer writer, NamespaceCatalog catalog, ILogger logger) : IAsyncDisposable
{
    /// <summary>Runs in one transaction: others wait for it.</summary>
    private const int Portion = 50;

    /// <summary>A namespace is still to be seen, under its new name, for this long: whoever deleted it can see what became of it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim wake = new(1);
    private Task? loop;

    public void Start() => loop = Task.Run(LoopAsync);

    /// <summary>A namespace was deleted.</summary>
    public void Wake() => wake.Release();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (loop is not null)
        {
            await loop;
        }

        stop.Dispose();
        wake.Dispose();
    }

    private async Task LoopAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            await wake.WaitAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(Grace, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (!stop.IsCancellationRequested && catalog.Deleted.FirstOrDefault() is { } name)
            {
                try
                {
                    await DeleteSomeAsync(name);
                }
                catch (Exception e) when (!stop.IsCancellationRequested)
                {
                    logger.LogError(e, "What a deleted namespace held could not be deleted; trying again");
                    await Task.Delay(Rest, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
                catch (Refusal)
                {
                    // The engine is stopping: it goes on when it starts again.
                    return;
                }
            }
        }
    }

    private Task<bool> DeleteSomeAsync(string name) => writer.SubmitAsync(unit =>
    {
        var gone = false;
        unit.Statements.Add((connection, transaction) => gone = NamespaceDeletion.DeleteSome(connection, transaction, name, Portion));
        unit.AfterCommit.Add(() =>
        {
            if (gone)
            {
                catalog.Forget(name);
            }
        });
        return true;
    });
}
