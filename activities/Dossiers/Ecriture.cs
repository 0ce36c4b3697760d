using Microsoft.EntityFrameworkCore.Storage;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// A transaction that writes to the case store. SQLite lets one write at a time, and its provider sleeps 150 ms, with a thread, whenever
/// it finds the store taken: the writers of a process wait for their turn here instead, in order and without a thread.
/// </summary>
internal sealed class Ecriture : IAsyncDisposable
{
    private static readonly SemaphoreSlim Tour = new(1);

    private readonly IDbContextTransaction transaction;

    private Ecriture(IDbContextTransaction transaction) => this.transaction = transaction;

    /// <summary>Takes the write lock, not only at the first write: what is read after this cannot change before the commit.</summary>
    public static async Task<Ecriture> CommencerAsync(DossiersDbContext db, CancellationToken cancellationToken)
    {
        await Tour.WaitAsync(cancellationToken);
        try
        {
            return new Ecriture(await db.Database.BeginTransactionAsync(cancellationToken));
        }
        catch
        {
            Tour.Release();
            throw;
        }
    }

    public Task ValiderAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    /// <summary>Takes back what was not committed, and lets the next writer in.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            Tour.Release();
        }
    }
}
