using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;
using Temporalio.Activities;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Writes to the case store what the journey says: each projection once, in one transaction.</summary>
internal sealed class ProjectionActivities(IDbContextFactory<DossiersDbContext> contexts, TimeProvider clock) : IProjectionActivities
{
    [Activity("Projeter")]
    public async Task ProjeterAsync(ProjectionDossier projection)
    {
        var cancellationToken = ActivityCancellation.Token;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        await using var ecriture = await Ecriture.CommencerAsync(db, projection.DossierId, cancellationToken);
        var dossier = await db.Dossiers.FirstOrDefaultAsync(d => d.Id == projection.DossierId, cancellationToken)
            ?? throw DossierInconnu.Echec(projection.DossierId);
        if (projection.Sequence <= dossier.Projection)
        {
            return;
        }

        var now = clock.GetUtcNow().ToInstant();
        dossier.Projection = projection.Sequence;
        dossier.Situer(projection.Situation, now);
        db.Faits.AddRange(projection.Faits.Select(f => f.EnLigne(dossier.Id)));
        foreach (var tache in projection.Taches)
        {
            (await FindOrAddAsync(db.Taches, [dossier.Id, tache.TacheId], () => new Tache { DossierId = dossier.Id, Id = tache.TacheId }))
                .Suivre(tache, dossier.Territoire, now);
        }

        foreach (var rendezVous in projection.RendezVous)
        {
            (await FindOrAddAsync(
                db.RendezVous, [dossier.Id, rendezVous.RendezVousId], () => new RendezVous { DossierId = dossier.Id, Id = rendezVous.RendezVousId }))
                .Suivre(rendezVous);
        }

        foreach (var semaine in projection.Semaines)
        {
            (await FindOrAddAsync(db.Semaines, [dossier.Id, semaine.Lundi], () => new SemaineActivite { DossierId = dossier.Id, Lundi = semaine.Lundi }))
                .Suivre(semaine);
        }

        foreach (var contrat in projection.Contrats)
        {
            await ReplaceContractAsync(db, dossier.Id, contrat, cancellationToken);
        }

        await ReplaceRibbonAsync(db, dossier.Id, projection.Ruban, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
    }

    private static async Task ReplaceContractAsync(DossiersDbContext db, string dossierId, ContratProjete projete, CancellationToken cancellationToken)
    {
        var contrat = await FindOrAddAsync(db.Contrats, [dossierId, projete.ContratId], () => new Contrat { DossierId = dossierId, Id = projete.ContratId });
        await db.Set<LigneContrat>().Where(l => l.DossierId == dossierId && l.ContratId == contrat.Id).ExecuteDeleteAsync(cancellationToken);
        contrat.Suivre(projete);
    }

    private static async Task ReplaceRibbonAsync(
        DossiersDbContext db, string dossierId, IReadOnlyList<EtapeProjetee> ruban, CancellationToken cancellationToken)
    {
        if (ruban.Count > 0)
        {
            await db.Etapes.Where(e => e.DossierId == dossierId).ExecuteDeleteAsync(cancellationToken);
            db.Etapes.AddRange(ruban.Select(e => e.EnLigne(dossierId)));
        }
    }

    private static async Task<T> FindOrAddAsync<T>(DbSet<T> set, object[] key, Func<T> create)
        where T : class => await set.FindAsync(key) ?? set.Add(create()).Entity;
}
