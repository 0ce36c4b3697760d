using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using FranceTravail.Parcours.Host.Espaces.Commun;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Espaces.Courriers;

/// <summary>Reads letters and messages: those of a counsellor's persons, or one that the session may open.</summary>
internal sealed class CourriersQuery(IDbContextFactory<DossiersDbContext> contexts)
{
    public const int Page = 50;

    public async Task<(int Total, IReadOnlyList<LigneCourrier> Lignes)> LireAsync(Session session, int page)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var id = session.Id;
        var letters = db.Courriers.AsNoTracking().Where(c => c.Dossier!.ReferentId == id);
        var total = await letters.CountAsync();
        page = Requete.DansLaListe(page, Page, total);
        return (total, await letters.OrderByDescending(c => c.CreeLe).ThenBy(c => c.Id).Skip((page - 1) * Page).Take(Page)
            .Select(c => new LigneCourrier(c, c.Dossier!.Prenom + " " + c.Dossier.Nom)).ToListAsync());
    }

    public async Task<Courrier?> UnAsync(Session session, string courrierId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var letter = await db.Courriers.AsNoTracking().Include(c => c.Dossier).FirstOrDefaultAsync(c => c.Id == courrierId, cancellationToken);
        var visible = session.EstPersonne ? letter?.DossierId == session.Id : letter?.Dossier?.Territoire == session.Territoire.Code;
        return visible ? letter : null;
    }
}
