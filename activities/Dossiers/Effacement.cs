using FranceTravail.Parcours.Activities.Courriers;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Takes rows out of the store: a person, with all that is kept about her; or what was projected of a dossier, to be written again.</summary>
public sealed class Effacement(IDbContextFactory<DossiersDbContext> contexts, ActivitiesOptions options, TimeProvider clock)
{
    /// <summary>
    /// Erases the dossier, every row that belongs to it, and its letters. Asked again after a cut, it erases what was left, letters whose row is
    /// gone as well. False when there was nothing of it.
    /// </summary>
    public async Task<bool> EffacerAsync(string dossierId, CancellationToken cancellationToken)
    {
        var connu = await EffacerLignesAsync(dossierId, cancellationToken);
        if (FichierCourrier.Dossier(options.CourriersDirectory, dossierId) is not { } lettres || !Directory.Exists(lettres))
        {
            return connu;
        }

        Directory.Delete(lettres, recursive: true);
        return true;
    }

    private async Task<bool> EffacerLignesAsync(string dossierId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, dossierId, cancellationToken);
        if (await db.Dossiers.FindAsync([dossierId], cancellationToken) is not { } dossier)
        {
            return false;
        }

        // The rows of other tables go with this one, by their keys; but for what is only said about it.
        await db.Echecs.Where(e => e.DossierId == dossierId).ExecuteDeleteAsync(cancellationToken);
        db.Dossiers.Remove(dossier);
        await db.SaveChangesAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Empties a dossier of what some of its streams projected: facts and tasks; for the journey's own stream also threads, ribbon,
    /// appointments, weeks, contracts. Identity, data of the person, texts, letters and accesses stay. In the transaction of the caller, who writes it again
    /// and then calls <see cref="FinirAsync"/>.
    /// </summary>
    public async Task ViderAsync(DossiersDbContext db, string dossierId, IReadOnlyCollection<string> flux, CancellationToken cancellationToken)
    {
        db.Reconstructions.Add(new() { DossierId = dossierId, CommenceeLe = clock.GetUtcNow().ToInstant() });
        await db.SaveChangesAsync(cancellationToken);
        await db.Faits.IgnoreQueryFilters().Where(f => f.DossierId == dossierId && flux.Contains(f.Flux)).ExecuteDeleteAsync(cancellationToken);
        await db.Taches.Where(t => t.DossierId == dossierId && flux.Contains(t.Flux)).ExecuteDeleteAsync(cancellationToken);
        if (flux.Contains(NomsParcours.FilPrincipal))
        {
            await db.Fils.Where(f => f.DossierId == dossierId && (!f.Separe || !db.Flux.Any(x => x.DossierId == dossierId && x.Flux == f.Id))).ExecuteDeleteAsync(cancellationToken);
            await db.Etapes.Where(e => e.DossierId == dossierId).ExecuteDeleteAsync(cancellationToken);
            await db.RendezVous.Where(r => r.DossierId == dossierId).ExecuteDeleteAsync(cancellationToken);
            await db.Semaines.Where(s => s.DossierId == dossierId).ExecuteDeleteAsync(cancellationToken);
            await db.Contrats.Where(c => c.DossierId == dossierId).ExecuteDeleteAsync(cancellationToken);
        }

        db.Toucher(Sujets.Dossier(dossierId));
    }

    /// <summary>The facts of one stream only: what else it projected is written over, where not all of it could be written again.</summary>
    public async Task ViderFaitsAsync(DossiersDbContext db, string dossierId, string flux, CancellationToken cancellationToken)
    {
        db.Reconstructions.Add(new() { DossierId = dossierId, CommenceeLe = clock.GetUtcNow().ToInstant() });
        await db.SaveChangesAsync(cancellationToken);
        await db.Faits.IgnoreQueryFilters().Where(f => f.DossierId == dossierId && f.Flux == flux).ExecuteDeleteAsync(cancellationToken);
        db.Toucher(Sujets.Dossier(dossierId));
    }

    /// <summary>Ends what <see cref="ViderAsync"/> began: facts are kept for good again.</summary>
    public static Task FinirAsync(DossiersDbContext db, string dossierId, CancellationToken cancellationToken) =>
        db.Reconstructions.Where(r => r.DossierId == dossierId).ExecuteDeleteAsync(cancellationToken);
}
