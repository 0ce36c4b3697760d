using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Opens the file of the case store: creates it, brings it to the current schema, or says in French why it cannot.</summary>
public sealed class BaseDossiers(IDbContextFactory<DossiersDbContext> contexts, ActivitiesOptions options)
{
    /// <summary>Prepares the file; to be called once, before anything reads or writes it.</summary>
    /// <exception cref="OuvertureDossiersException">The file cannot be used; nothing was changed.</exception>
    public async Task PreparerAsync(CancellationToken cancellationToken)
    {
        var file = options.DossiersDatabase;
        try
        {
            Directory.CreateDirectory(options.DataDirectory);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            if (File.Exists(file))
            {
                await RefuseNewerAsync(db, file, cancellationToken);
            }

            // The journal mode is a property of the file, kept from now on.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await Conseillers.SemerAsync(db, cancellationToken);
        }
        catch (SqliteException error) when (MotifOf(error) is { } motif)
        {
            throw new OuvertureDossiersException(motif, file, error);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new OuvertureDossiersException(MotifOuverture.LectureSeule, file, error);
        }
    }

    private static async Task RefuseNewerAsync(DossiersDbContext db, string file, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any(m => !known.Contains(m)))
        {
            throw new OuvertureDossiersException(MotifOuverture.PlusRecente, file, null);
        }
    }

    private static MotifOuverture? MotifOf(SqliteException error) => error.SqliteErrorCode switch
    {
        SqliteError.ReadOnly or SqliteError.CannotOpen or SqliteError.Permission => MotifOuverture.LectureSeule,
        SqliteError.Corrupt or SqliteError.NotADatabase => MotifOuverture.Corrompue,
        SqliteError.Busy or SqliteError.Locked => MotifOuverture.Occupee,
        SqliteError.Full or SqliteError.Io => MotifOuverture.DisquePlein,
        _ => null,
    };
}
