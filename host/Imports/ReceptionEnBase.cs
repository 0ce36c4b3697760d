using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>Writes variable data into the case store.</summary>
internal sealed class ReceptionEnBase(IDbContextFactory<DossiersDbContext> contexts) : IReceptionDonnees
{
    public async Task RecevoirAsync(string dossierId, DonneesVariables donnees, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == dossierId, cancellationToken);
        (dossier.Contact, dossier.Foyer, dossier.Allocation, dossier.ReferenceCaf) = (donnees.Contact, donnees.Foyer, donnees.Allocation, donnees.ReferenceCaf);
        await db.SaveChangesAsync(cancellationToken);
    }
}
