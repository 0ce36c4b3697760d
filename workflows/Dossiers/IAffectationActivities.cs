using Temporalio.Activities;

namespace FranceTravail.Parcours.Workflows.Dossiers;

public interface IAffectationActivities
{
    /// <summary>
    /// Names the référent of a dossier: the least loaded counsellor of the organism in the territory. Idempotent by key.
    /// The answer's id is null when nobody can be named: the dossier stays in the territory's queue.
    /// </summary>
    [Activity("AffecterReferent")]
    Task<ReferentAffecte> AffecterAsync(AffectationDemandee demande);
}
