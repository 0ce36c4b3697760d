using System.Linq.Expressions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>Which open tasks are in the inbox of a counsellor: her own, those of her territory's queue, and the escalated ones when she supervises.</summary>
internal static class Boite
{
    public static IQueryable<Tache> De(DossiersDbContext db, Lecteur lecteur) =>
        db.Taches.AsNoTracking().Where(t => t.CloseLe == null).Where(Visible(lecteur.Id, lecteur.Territoire, lecteur.Encadrant));

    private static Expression<Func<Tache, bool>> Visible(string id, string territoire, bool encadrant) => encadrant
        ? t => t.ResponsableId == id
            || (t.ResponsableFile == territoire && (t.ResponsableRole == RoleActeur.Conseiller || t.ResponsableRole == RoleActeur.Encadrement))
        : t => t.ResponsableId == id || (t.ResponsableFile == territoire && t.ResponsableRole == RoleActeur.Conseiller);
}
