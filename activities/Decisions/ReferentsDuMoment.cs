using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;

namespace FranceTravail.Parcours.Activities.Decisions;

/// <summary>Who can be named référent, as the store says it within the transaction of a decision.</summary>
internal sealed class ReferentsDuMoment(DossiersDbContext db) : IReferents
{
    /// <summary>The identifier breaks ties, so that the choice can be explained.</summary>
    public string? MoinsCharge(string territoire, OrganismeReferent organisme) => db.Conseillers
        .Where(c => c.Territoire == territoire && !c.Encadrant && c.Organisme == organisme)
        .OrderBy(c => db.Dossiers.Count(d => d.ReferentId == c.Id && d.Statut != StatutDossier.Clos))
        .ThenBy(c => c.Id)
        .Select(c => c.Id)
        .FirstOrDefault();

    public bool PeutAccompagner(string territoire, string conseillerId) =>
        db.Conseillers.Any(c => c.Id == conseillerId && c.Territoire == territoire && !c.Encadrant);
}
