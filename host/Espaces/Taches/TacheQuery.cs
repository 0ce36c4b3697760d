using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>Reads one task, for those who may see it.</summary>
internal sealed class TacheQuery(IDbContextFactory<DossiersDbContext> contexts)
{
    /// <summary>The task with its dossier, open or closed, or null when it does not exist or is not the session's to see.</summary>
    public async Task<Tache?> LireAsync(Session session, string dossierId, string tacheId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var task = await db.Taches.AsNoTracking().Include(t => t.Dossier)
            .FirstOrDefaultAsync(t => t.DossierId == dossierId && t.Id == tacheId, cancellationToken);
        var visible = session.EstPersonne ? dossierId == session.Id && task?.ResponsableRole is RoleActeur.Personne : task?.Territoire == session.Territoire.Code;
        return visible ? task : null;
    }

    /// <summary>The words that came with what opened the task.</summary>
    public async Task<Paroles> ParolesAsync(Tache tache)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Paroles.DesTachesAsync(db, [tache]);
    }
}
