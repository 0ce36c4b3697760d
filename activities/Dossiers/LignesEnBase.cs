using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>The rows of the case store.</summary>
internal sealed class LignesEnBase(DossiersDbContext db) : ILignes
{
    public async ValueTask<T> TrouverAsync<T>(Func<T> creer, params object[] cle)
        where T : class => await db.Set<T>().FindAsync(cle) ?? db.Add(creer()).Entity;

    /// <summary>Those of this very transaction too: a rebuild adds them before it saves any.</summary>
    public async ValueTask<IReadOnlyCollection<Tache>> TachesAsync(string dossierId)
    {
        await db.Taches.Where(t => t.DossierId == dossierId).LoadAsync();
        return [.. db.Taches.Local.Where(t => t.DossierId == dossierId)];
    }

    public ValueTask<DonneesRecues?> DonneesAsync(string dossierId, string reference) => db.Donnees.FindAsync(dossierId, reference);
}
