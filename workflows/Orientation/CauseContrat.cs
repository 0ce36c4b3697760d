using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Contrat;

namespace FranceTravail.Parcours.Workflows.Orientation;

/// <summary>Why the next contract is drafted: a decision of orientation says it, and the delay follows.</summary>
public enum CauseContrat
{
    /// <summary>After a first orientation.</summary>
    Orientation,

    /// <summary>Another orientation was decided before any contract was signed: the month is interrupted, and a new one runs from its receipt.</summary>
    NouvelleOrientation,

    /// <summary>Another organism accompanies since the one in force was signed.</summary>
    Reorientation,

    /// <summary>The one in force is replaced in the same organism: the law sets no delay, it is agreed with the person.</summary>
    Revision,
}

internal static class CausesContrat
{
    /// <summary>The delay that the law sets to sign; null where it sets none.</summary>
    public static DelaiDeDroit? Delai(this CauseContrat cause, ReglesContrat regles) => cause switch
    {
        CauseContrat.Orientation => regles.DelaiSignature,
        CauseContrat.NouvelleOrientation => regles.DelaiApresNouvelleOrientation,
        CauseContrat.Reorientation => regles.DelaiApresReorientation,
        _ => null,
    };
}
