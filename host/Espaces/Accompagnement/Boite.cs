using System.Linq.Expressions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>
/// Which open tasks are in the inbox of a counsellor: her own, those of the queues of her territory, of her authority and of her organism, and, when she
/// supervises, the management's and all that were escalated there. As lists without a common row, each in the order of an index of its own: an « or » over them would
/// read and sort them whole.
/// </summary>
internal static class Boite
{
    public static IReadOnlyList<IQueryable<Tache>> Listes(DossiersDbContext db, Compte compte)
    {
        var (id, territoire) = (compte.Id, compte.Territoire);
        var own = Ouvertes(db, t => t.ResponsableId == id);
        var files = compte.Files;
        var queues = files.Select(file => Ouvertes(db, t => t.ResponsableFile == file && t.ResponsableRole == RoleActeur.Conseiller));
        if (!compte.Encadrant)
        {
            return [own, .. queues];
        }

        return
        [
            own,
            .. queues,
            Ouvertes(db, t => t.ResponsableFile == territoire && t.ResponsableRole == RoleActeur.Encadrement),
            Ouvertes(db, t => t.Territoire == territoire && t.Escaladee && t.ResponsableId != id
                && (t.ResponsableFile == null || !files.Contains(t.ResponsableFile) || (t.ResponsableRole != RoleActeur.Conseiller && t.ResponsableRole != RoleActeur.Encadrement))),
        ];
    }

    public static async Task<int> CompterAsync(IReadOnlyList<IQueryable<Tache>> listes, Expression<Func<Tache, bool>> lesquelles)
    {
        var total = 0;
        foreach (var liste in listes)
        {
            total += await liste.CountAsync(lesquelles);
        }

        return total;
    }

    /// <summary>The tasks from rank <paramref name="passes"/> on, the earliest due first: their keys by the indices, then the rows of the page.</summary>
    public static async Task<IReadOnlyList<LigneBoite>> LireAsync(
        DossiersDbContext db, IReadOnlyList<IQueryable<Tache>> listes, Expression<Func<Tache, bool>> lesquelles, int passes, int combien)
    {
        var rangs = new List<RangBoite>();
        foreach (var liste in listes)
        {
            rangs.AddRange(await liste.Where(lesquelles).OrderBy(t => t.Echeance).ThenBy(t => t.DossierId).ThenBy(t => t.Id)
                .Take(passes + combien).Select(t => new RangBoite(t.Echeance, t.DossierId, t.Id)).ToListAsync());
        }

        var page = rangs.OrderBy(r => r.Echeance).ThenBy(r => r.DossierId, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal)
            .Skip(passes).Take(combien).ToList();
        var (dossiers, ids) = (page.Select(r => r.DossierId).Distinct().ToList(), page.Select(r => r.Id).Distinct().ToList());
        var lignes = await db.Taches.AsNoTracking().Where(t => dossiers.Contains(t.DossierId) && ids.Contains(t.Id))
            .Select(t => new LigneBoite(t, t.Dossier!.Prenom + " " + t.Dossier.Nom, t.Dossier.Organisme, t.Dossier.CommuneDuParcours ?? t.Dossier.CommuneInsee, t.Dossier.ReferentId)).ToListAsync();
        return [.. page.Join(lignes, r => (r.DossierId, r.Id), l => (l.Tache.DossierId, l.Tache.Id), (_, ligne) => ligne)];
    }

    private static IQueryable<Tache> Ouvertes(DossiersDbContext db, Expression<Func<Tache, bool>> lesquelles) =>
        db.Taches.AsNoTracking().Where(t => t.CloseLe == null).Where(lesquelles);
}
