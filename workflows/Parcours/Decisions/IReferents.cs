using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>Who can be named référent at this moment. Reads only: the naming is part of the decision.</summary>
public interface IReferents
{
    /// <summary>The least loaded counsellor of the organism in the territory; null when there is none.</summary>
    string? MoinsCharge(string territoire, OrganismeReferent organisme);

    /// <summary>Whether a counsellor of the territory may be named: a management does not accompany.</summary>
    bool PeutAccompagner(string territoire, string conseillerId);
}
