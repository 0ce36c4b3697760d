using Microsoft.EntityFrameworkCore.Storage;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// A transaction that writes to the case store: the one way to begin one. Where the store lets one write at a time, writers wait for their
/// turn here, in order and without a thread; elsewhere only those of the same key wait for each other.
/// </summary>
public sealed class Ecriture : IAsyncDisposable
{
    private readonly DossiersDbContext db;
    private readonly IDbContextTransaction transaction;
    private readonly IDisposable? tour;

    private Ecriture(DossiersDbContext db, IDbContextTransaction transaction, IDisposable? tour) => (this.db, this.transaction, this.tour) = (db, transaction, tour);

    /// <summary>What is read after this about <paramref name="cle"/> does not change before the commit, if all who write it name the same key.</summary>
    /// <param name="db">A context without a transaction.</param>
    /// <param name="cle">What is about to be read and written, such as a dossier; null when nothing is read first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Ecriture> CommencerAsync(DossiersDbContext db, string? cle, CancellationToken cancellationToken)
    {
        var tour = await db.Fournisseur.TourAsync(cancellationToken);
        IDbContextTransaction? transaction = null;
        try
        {
            transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (cle is not null)
            {
                await db.Fournisseur.ReserverAsync(db, cle, cancellationToken);
            }

            return new Ecriture(db, transaction, tour);
        }
        catch (Exception error)
        {
            await (transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
            tour?.Dispose();

            // EF Core tells no interceptor that a transaction could not begin.
            throw error is not DossiersException && db.Fournisseur.MotifDe(error) is { } motif ? new DossiersException(motif, db.Fournisseur.Nom, error) : error;
        }
    }

    /// <summary>Commits; the open pages that what was written concerns are told with it.</summary>
    public async Task ValiderAsync(CancellationToken cancellationToken)
    {
        await db.LeverAsync(cancellationToken);
        if (db.Fournisseur.Perte is { } perte)
        {
            throw new DossiersException(perte, db.Fournisseur.Nom);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Takes back what was not committed, and lets the next writer in.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            db.OublierSujets();
            await transaction.DisposeAsync();
        }
        finally
        {
            tour?.Dispose();
        }
    }
}
