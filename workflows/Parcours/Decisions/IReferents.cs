using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>The counsellors of this moment: who can be named référent, for whom one acts, and where persons are received. Reads only: the naming is part of the decision.</summary>
public interface IReferents
{
    /// <summary>The least loaded counsellor of the organism in the territory; null when there is none.</summary>
    /// <param name="territoire">Its code.</param>
    /// <param name="organisme">The organisme référent.</param>
    /// <param name="autorite">Of which authority, where the organism is one of several of its kind in the territory; null where it is not looked at.</param>
    string? MoinsCharge(string territoire, OrganismeReferent organisme, Decideur? autorite);

    /// <summary>Whether somebody of the organism works in the territory: nobody is oriented to where nobody is.</summary>
    bool Existe(string territoire, OrganismeReferent organisme, Decideur? autorite);

    /// <summary>Who somebody is in a territory; null when she is none of its counsellors.</summary>
    Agent? Trouver(string territoire, string conseillerId);

    /// <summary>Who may receive in the place of a counsellor: others of the same organism, the least loaded first.</summary>
    IReadOnlyList<string> Remplacants(string territoire, string conseillerId, OrganismeReferent organisme, Decideur? autorite, int combien);

    /// <summary>Where the organism receives in the territory: its own places, and no other’s.</summary>
    IReadOnlyList<LieuAccueil> Lieux(string territoire, OrganismeReferent organisme, Decideur? autorite);

    /// <summary>The authority whose agent somebody is; null when of none, or not known in the territory.</summary>
    Decideur? AutoriteDe(string territoire, string conseillerId) => Trouver(territoire, conseillerId)?.Autorite;
}
