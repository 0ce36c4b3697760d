using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// Prepares the case store: creates it, brings it to the current schema, or says in French why it cannot. One process at a time, and all of
/// it in one transaction: a start that is killed leaves nothing half done, and no lock; the next start goes on and says so.
/// </summary>
public sealed class BaseDossiers(FournisseurDossiers fournisseur, ActivitiesOptions options, TimeProvider clock, ILogger<BaseDossiers> logger)
{
    private readonly TemoinPreparation temoin = new(options.DataDirectory);
    private readonly IdentiteNotee notee = new(options.DataDirectory);

    /// <summary>Prepares the store; to be called once, before anything reads or writes it.</summary>
    /// <param name="annonces">Hears in French what takes time or was not expected; each is in the log too.</param>
    /// <param name="cancellationToken">Ends the wait for another process that prepares it.</param>
    /// <param name="remplacer">Called where the store of this folder is gone; unless it throws, an empty one takes its place. Without it, that is refused.</param>
    /// <param name="adopter">Somebody says that the store that is there is the one of this folder from now on: a backup, after a rebuild.</param>
    /// <param name="creer">Called before a first store is made, or filled: it may throw where there are journeys already, and nothing is made.</param>
    /// <exception cref="DossiersException">The store cannot be used; nothing was changed.</exception>
    public async Task PreparerAsync(IProgress<string>? annonces, CancellationToken cancellationToken, Func<Task>? remplacer = null, bool adopter = false, Func<Task>? creer = null)
    {
        try
        {
            Directory.CreateDirectory(options.DataDirectory);
            await using var verrou = await fournisseur.VerrouillerAsync(() => Dire(annonces, AnnonceDossiers.Attente), cancellationToken);
            await SousVerrouAsync(annonces, remplacer, adopter, creer ?? (() => Task.CompletedTask), cancellationToken);
        }
        catch (Exception error) when (error is not DossiersException && fournisseur.MotifDe(error) is { } motif)
        {
            throw new DossiersException(motif, fournisseur.Nom, error);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new DossiersException(MotifDossiers.LectureSeule, fournisseur.Nom, error);
        }
    }

    /// <summary>Keeps virtual and real time apart: the first who serves the store decides for good which of the two is its own.</summary>
    /// <exception cref="DossiersException">It is the other.</exception>
    public async Task VouerAsync(bool bacASable, CancellationToken cancellationToken)
    {
        await using var db = fournisseur.CreateDbContext();
        await using var ecriture = await Ecriture.CommencerAsync(db, nameof(VouerAsync), cancellationToken);
        var identite = await db.Identites.SingleAsync(cancellationToken);
        if (identite.Refus(bacASable, fournisseur.Nom) is { } refus)
        {
            throw refus;
        }

        identite.BacASable = bacASable;
        await db.SaveChangesAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
    }

    /// <summary>
    /// Whether there is a store to read, for who only looks: nothing is made nor changed. False when none was made here yet, or an empty one.
    /// </summary>
    /// <exception cref="DossiersException">
    /// It cannot be read as it is: it does not answer, or has not the schema of this program; or it is gone, or not the one of this folder.
    /// </exception>
    public Task<bool> EstLaAsync(CancellationToken cancellationToken) => RegarderAsync(async () =>
    {
        var connue = notee.Lire();
        if (!await fournisseur.ExisteAsync(cancellationToken))
        {
            return EtaitLa(connue) ? throw new DossiersException(MotifDossiers.Disparue, fournisseur.Nom) : false;
        }

        await using var db = fournisseur.CreateDbContext();
        var schema = await SchemaDossiers.LireAsync(db, cancellationToken);
        schema.Refuser(fournisseur.Nom);
        if (!schema.EstAJour && (!schema.EstVide || await db.GetService<IRelationalDatabaseCreator>().HasTablesAsync(cancellationToken)))
        {
            throw new DossiersException(MotifDossiers.PlusAncienne, fournisseur.Nom);
        }

        RefuserAutre(connue, schema.EstAJour ? await db.Identites.AsNoTracking().Select(i => i.Id).SingleOrDefaultAsync(cancellationToken) : null);
        return schema.EstAJour;
    });

    /// <summary>What the store says of itself, for who only looks: nothing is made nor changed, of whatever version it is. Null where there is none yet.</summary>
    /// <exception cref="DossiersException">It cannot be read.</exception>
    public Task<IdentiteBase?> IdentiteAsync(CancellationToken cancellationToken) => RegarderAsync(async () =>
    {
        if (!await fournisseur.ExisteAsync(cancellationToken))
        {
            return null;
        }

        await using var db = fournisseur.CreateDbContext();
        return (await SchemaDossiers.LireAsync(db, cancellationToken)).EstVide ? null : await db.Identites.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    });

    /// <summary>Says in French why a look fails.</summary>
    private async Task<T> RegarderAsync<T>(Func<Task<T>> regarder)
    {
        try
        {
            return await regarder();
        }
        catch (Exception error) when (error is not DossiersException && fournisseur.MotifDe(error) is { } motif)
        {
            throw new DossiersException(motif, fournisseur.Nom, error);
        }
    }

    private async Task SousVerrouAsync(IProgress<string>? annonces, Func<Task>? remplacer, bool adopter, Func<Task> creer, CancellationToken cancellationToken)
    {
        var (connue, existe, interrompue) = (notee.Lire(), await fournisseur.ExisteAsync(cancellationToken), temoin.Reste);
        if (!existe && EtaitLa(connue))
        {
            connue = await OublierAsync(remplacer);
        }

        // The model takes the longest, and leaves nothing behind: before the file and its trace.
        await using var db = fournisseur.CreateDbContext();
        _ = db.Model;
        if (!existe)
        {
            await creer();
            temoin.Poser();
        }

        await fournisseur.CreerAsync(cancellationToken);
        var schema = await SchemaDossiers.LireAsync(db, cancellationToken);
        schema.Refuser(fournisseur.Nom);
        var identite = schema.EstVide ? null : await db.Identites.AsNoTracking().Select(i => i.Id).SingleOrDefaultAsync(cancellationToken);
        if (connue is not null && identite is null)
        {
            connue = await OublierAsync(remplacer);
        }

        RefuserAutre(adopter && identite is not null ? identite : connue, identite);
        if (interrompue)
        {
            Dire(annonces, AnnonceDossiers.Reprise);
        }

        if (!schema.EstAJour)
        {
            await (existe && schema.EstVide ? creer() : Task.CompletedTask);
            temoin.Poser();
            Dire(annonces, schema.EstVide ? AnnonceDossiers.Creation : AnnonceDossiers.MiseANiveau);
            identite = await schema.MettreANiveauAsync(db, clock.GetUtcNow().ToInstant(), cancellationToken);
            Dire(annonces, AnnonceDossiers.Prete);
        }

        notee.Noter(identite!);
        temoin.Oter();
    }

    /// <summary>Whether a store that is not there was: the folder remembers it, or something of it is left.</summary>
    private bool EtaitLa(string? connue) => connue is not null || fournisseur.LaisseTrace;

    /// <summary>The store that the folder remembers is gone: another takes its place where somebody asked for that.</summary>
    private async Task<string?> OublierAsync(Func<Task>? remplacer)
    {
        await (remplacer ?? throw new DossiersException(MotifDossiers.Disparue, fournisseur.Nom))();
        return null;
    }

    private void RefuserAutre(string? connue, string? identite)
    {
        if (connue is not null && identite != connue)
        {
            throw new DossiersException(identite is null ? MotifDossiers.Disparue : MotifDossiers.AutreBase, fournisseur.Nom);
        }
    }

    private void Dire(IProgress<string>? annonces, AnnonceDossiers annonce)
    {
        logger.LogInformation("Case store {Store}: {What}", fournisseur.Nom, annonce);
        annonces?.Report(annonce.Phrase(fournisseur.Nom));
    }
}
