using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Host.Acces;

/// <summary>Writes that a counsellor looked at a dossier: once an hour for one counsellor and one dossier.</summary>
internal sealed class JournalAcces(IDbContextFactory<DossiersDbContext> contexts, TimeProvider clock)
{
    public async Task NoterAsync(string dossierId, string conseillerId, string motif, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = now - Duration.FromHours(1);
        if (!await db.Acces.AnyAsync(a => a.DossierId == dossierId && a.ActeurId == conseillerId && a.Instant > since, cancellationToken))
        {
            db.Acces.Add(new() { DossierId = dossierId, ActeurRole = Roles.Conseiller, ActeurId = conseillerId, Instant = now, Motif = motif });
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
