using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>Reads one dossier whole, as its page shows it.</summary>
internal sealed class DossierQuery(IDbContextFactory<DossiersDbContext> contexts, RegistreCommunes communes)
{
    private const int Recent = 30;
    private const int Lists = 6;
    private const int All = 5_000;

    /// <summary>The dossier of <paramref name="id"/> in the territory of <paramref name="session"/>, or null.</summary>
    public async Task<VueDossier?> LireAsync(string id, Session session, bool tousLesFaits, bool tousLesCourriers)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var (territoire, maintenant) = (session.Territoire.Code, session.Maintenant);
        if (await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.Territoire == territoire) is not { } dossier)
        {
            return null;
        }

        var facts = db.Faits.AsNoTracking().Where(f => f.DossierId == id);
        var month = session.IlYA(Rythme.RegardsDossier);
        var shown = await facts.OrderByDescending(f => f.Sequence).Take(tousLesFaits ? All : Recent).ToListAsync();
        var commune = communes.ParCode(dossier.CommuneInsee);
        var meetings = await db.RendezVous.AsNoTracking().Where(r => r.DossierId == id).OrderByDescending(r => r.Debut).Take(Lists).ToListAsync();
        var receivers = meetings.Select(r => r.ConseillerId).OfType<string>().ToList();
        return new()
        {
            Dossier = dossier,
            Commune = commune is null ? dossier.CommuneInsee : $"{commune.Nom} ({dossier.Contact.CodePostal ?? commune.CodesPostaux[0]})",
            Age = Period.Between(dossier.DateNaissance, maintenant.Date, PeriodUnits.Years).Years,
            Referent = await db.Conseillers.AsNoTracking().FirstOrDefaultAsync(c => c.Id == dossier.ReferentId),
            Ruban = await db.Etapes.AsNoTracking().Where(e => e.DossierId == id).OrderBy(e => e.Ordre).ToListAsync(),
            NombreFaits = await facts.CountAsync(),
            Faits = shown,
            Paroles = await Paroles.DuDossierAsync(db, id, shown),
            Taches = await db.Taches.AsNoTracking().Where(t => t.DossierId == id && t.CloseLe == null).OrderBy(t => t.Echeance).ToListAsync(),
            Contrat = await db.Contrats.AsNoTracking().Include(c => c.Lignes.OrderBy(l => l.Ordre))
                .Where(c => c.DossierId == id && c.Statut != StatutContrat.Remplace).OrderByDescending(c => c.Version).FirstOrDefaultAsync(),
            RendezVous = meetings,
            Receveurs = await db.Conseillers.AsNoTracking().Where(c => receivers.Contains(c.Id)).ToListAsync(),
            Semaines = await db.Semaines.AsNoTracking().Where(s => s.DossierId == id).OrderByDescending(s => s.Lundi).Take(Lists).ToListAsync(),
            Courriers = await db.Courriers.AsNoTracking().Where(c => c.DossierId == id).OrderByDescending(c => c.CreeLe).Take(tousLesCourriers ? All : Lists).ToListAsync(),
            NombreCourriers = await db.Courriers.CountAsync(c => c.DossierId == id),
            // Whoever reads this counts, even if her first look is noted just after.
            Regards = Math.Max(1, await db.Acces.Where(a => a.DossierId == id && a.Instant > month && !a.Motif.StartsWith(Acces.JournalAcces.Liste)).Select(a => a.ActeurId).Distinct().CountAsync()),
        };
    }
}
