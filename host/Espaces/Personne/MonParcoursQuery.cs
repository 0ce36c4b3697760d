using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Personne;

/// <summary>Reads a person's own page.</summary>
internal sealed class MonParcoursQuery(IDbContextFactory<DossiersDbContext> contexts, CatalogueEtapes catalogue)
{
    private const int Lists = 6;
    private const int All = 5_000;

    public async Task<VuePersonne?> LireAsync(string id, Instant now, bool tousLesCourriers)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id) is not { } dossier)
        {
            return null;
        }

        var tasks = await db.Taches.AsNoTracking().Where(t => t.DossierId == id && t.CloseLe == null).OrderBy(t => t.Echeance).ToListAsync();
        var points = catalogue.Definitions.SelectMany(d => d.FaitsDePoint).ToList();
        var point = await db.Faits.AsNoTracking().Where(f => f.DossierId == id && points.Contains(f.Code))
            .Where(f => f.Ton == TonFait.Normal).OrderByDescending(f => f.Sequence).FirstOrDefaultAsync();
        var codes = catalogue.Definitions.SelectMany(d => d.FaitsDEchange).ToList();
        var exchanges = await db.Faits.AsNoTracking().Where(f => f.DossierId == id && codes.Contains(f.Code)).OrderByDescending(f => f.Le).ThenByDescending(f => f.Sequence).Take(Lists).ToListAsync();
        var meeting = await db.RendezVous.AsNoTracking()
            .Where(r => r.DossierId == id && r.Fin > now && StatutsRendezVous.AVenir.Contains(r.Statut)).OrderBy(r => r.Debut).FirstOrDefaultAsync();
        var receiver = meeting?.ConseillerId;
        return new()
        {
            Catalogue = catalogue,
            Dossier = dossier,
            Referent = await db.Conseillers.AsNoTracking().FirstOrDefaultAsync(c => c.Id == dossier.ReferentId),
            Etapes = await db.Etapes.AsNoTracking().Where(e => e.DossierId == id).OrderBy(e => e.Ordre).ToListAsync(),
            AFaire = [.. tasks.Where(t => t.ResponsableRole is RoleActeur.Personne)],
            Dus = [.. tasks.Where(t => t.ResponsableRole is not RoleActeur.Personne)],
            ProchainRendezVous = meeting,
            Receveur = await db.Conseillers.AsNoTracking().FirstOrDefaultAsync(c => c.Id == receiver),
            Contrat = await db.Contrats.AsNoTracking().Include(c => c.Lignes.OrderBy(l => l.Ordre))
                .Where(c => c.DossierId == id && c.Statut != StatutContrat.Remplace).OrderByDescending(c => c.Version).FirstOrDefaultAsync(),
            DernierPoint = point,
            Echanges = exchanges,
            Paroles = await Paroles.DuDossierAsync(db, id, point is null ? exchanges : [point, .. exchanges]),
            Semaines = await db.Semaines.AsNoTracking().Where(s => s.DossierId == id).OrderByDescending(s => s.Lundi).Take(Lists).ToListAsync(),
            Courriers = await db.Courriers.AsNoTracking().Where(c => c.DossierId == id).OrderByDescending(c => c.CreeLe).Take(tousLesCourriers ? All : Lists).ToListAsync(),
            NombreCourriers = await db.Courriers.CountAsync(c => c.DossierId == id),
        };
    }
}
