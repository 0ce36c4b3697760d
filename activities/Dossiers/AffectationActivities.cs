using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;
using Temporalio.Activities;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Names référents.</summary>
internal sealed class AffectationActivities(IDbContextFactory<DossiersDbContext> contexts, TimeProvider clock) : IAffectationActivities
{
    [Activity("AffecterReferent")]
    public async Task<ReferentAffecte> AffecterAsync(AffectationDemandee demande)
    {
        var cancellationToken = ActivityCancellation.Token;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, $"affectation/{demande.Territoire}", cancellationToken);
        if (await db.Affectations.FindAsync([demande.Cle], cancellationToken) is { } known)
        {
            return new ReferentAffecte(known.ConseillerId);
        }

        var dossier = await db.Dossiers.FirstOrDefaultAsync(d => d.Id == demande.DossierId, cancellationToken)
            ?? throw DossierInconnu.Echec(demande.DossierId);

        // The least loaded; the identifier breaks ties so that the choice can be explained.
        var conseiller = await db.Conseillers
            .Where(c => c.Territoire == demande.Territoire && !c.Encadrant
                && (demande.ConseillerId == null ? c.Organisme == demande.Organisme : c.Id == demande.ConseillerId))
            .OrderBy(c => db.Dossiers.Count(d => d.ReferentId == c.Id && d.Statut != StatutDossier.Clos))
            .ThenBy(c => c.Id)
            .Select(c => c.Id)
            .FirstOrDefaultAsync(cancellationToken);
        dossier.ReferentId = conseiller ?? dossier.ReferentId;
        db.Affectations.Add(new Affectation { Cle = demande.Cle, DossierId = dossier.Id, ConseillerId = conseiller, Le = clock.GetUtcNow().ToInstant() });
        await db.SaveChangesAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
        return new ReferentAffecte(conseiller);
    }
}
