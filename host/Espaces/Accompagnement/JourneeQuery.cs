using System.Linq.Expressions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>Reads « Ma journée »: counts by one pass over an index, rows by pages.</summary>
internal sealed class JourneeQuery(IDbContextFactory<DossiersDbContext> contexts, CatalogueEtapes catalogue)
{
    /// <summary>Rows of a group on its own page.</summary>
    public const int Page = 50;

    public async Task<Journee> LireAsync(Session session, string? only, int page)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var lists = Boite.Listes(db, session.Compte);
        var groups = new List<GroupeBoite>();
        foreach (var span in PlageEcheances.De(session.Maintenant).Where(s => only is null || s.Code == only))
        {
            var (apres, jusqua) = (span.Apres, span.Jusqua);
            Expression<Func<Tache, bool>> due = t => t.Echeance > apres && t.Echeance <= jusqua;
            var count = await Boite.CompterAsync(lists, due);
            if (count > 0)
            {
                var take = only is null ? span.Apercu : Page;
                groups.Add(new(span.Code, span.Titre, count, await Boite.LireAsync(db, lists, due, (Requete.DansLaListe(page, take, count) - 1) * take, take)));
            }
        }

        return new()
        {
            Groupes = groups,
            Paroles = await Paroles.DesTachesAsync(db, [.. groups.SelectMany(g => g.Lignes).Select(l => l.Tache)]),
            RendezVous = await RendezVousAsync(db, session),
            SuitQuelquUn = await db.Dossiers.AnyAsync(d => d.ReferentId == session.Id && d.Statut == StatutDossier.Ouvert),
            Premiers = await PremiersAsync(db, session, catalogue.Types(d => d.EstPremierAccueil)),
            Silences = await SilencesQuery.LireAsync(db, session),
        };
    }

    private static async Task<List<RendezVousDuJour>> RendezVousAsync(DossiersDbContext db, Session session)
    {
        var (zone, today) = (session.Territoire.Zone, session.Maintenant.Date);
        var (start, end) = (zone.AtStartOfDay(today).ToInstant(), zone.AtStartOfDay(today.PlusDays(1)).ToInstant());
        var rows = await db.RendezVous.AsNoTracking()
            .Where(r => r.ConseillerId == session.Id && r.Dossier!.Territoire == session.Territoire.Code && r.Debut >= start && r.Debut < end && !StatutsRendezVous.Rendus.Contains(r.Statut))
            .OrderBy(r => r.Debut).Select(r => new { r.DossierId, Nom = r.Dossier!.Prenom + " " + r.Dossier.Nom, r.Objet, r.Lieu, r.Debut, r.Fin, r.Statut, r.Dossier.Besoins, r.Dossier.Contact.Telephone })
            .ToListAsync();
        return [.. rows.Select(r => new RendezVousDuJour(r.DossierId, r.Nom, r.Objet, r.Lieu, r.Debut.InZone(zone).TimeOfDay, r.Fin - r.Debut, r.Statut, r.Besoins.EnClair(), r.Telephone))];
    }

    private static async Task<PremiersRendezVous> PremiersAsync(DossiersDbContext db, Session session, IReadOnlyList<string> accueils)
    {
        var since = session.IlYA(Rythme.AlertePremierAccueil);
        var waiting = await db.Etapes.AsNoTracking().Where(e => accueils.Contains(e.Type) && (e.Statut == StatutEtape.AVenir || e.Statut == StatutEtape.EnCours))
            .Join(db.Dossiers.Where(d => d.ReferentId == session.Id && d.Statut == StatutDossier.Ouvert), e => e.DossierId, d => d.Id, (e, d) => new { d.Id, d.InscritLe })
            .ToListAsync();

        // One whose hour has long passed, and of which nobody said anything, is no place any more.
        var recent = session.IlYA(Rythme.EscaladePresence);

        // Asked by itself: beside the join a planner reads the appointments of everybody.
        var ids = waiting.Select(w => w.Id).ToList();
        var placed = await db.RendezVous.Where(r => ids.Contains(r.DossierId) && r.Debut > recent && StatutsRendezVous.AVenir.Contains(r.Statut))
            .Select(r => r.DossierId).Distinct().ToHashSetAsync();
        var without = waiting.Where(w => !placed.Contains(w.Id)).ToList();
        return new(waiting.Count - without.Count, without.Count(w => w.InscritLe > since), without.Count(w => w.InscritLe <= since));
    }
}
