using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Droit.Contrat;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>Why a contract is drafted.</summary>
internal enum CauseContrat
{
    /// <summary>After an orientation, where none was signed yet.</summary>
    Orientation,

    /// <summary>A new orientation was decided since the one in force was signed.</summary>
    Reorientation,

    /// <summary>The one in force is replaced under the same orientation: the law sets no delay, it is agreed with the person.</summary>
    Revision,
}

internal static class CausesContrat
{
    /// <summary>The delay that the law sets to sign; null where it sets none.</summary>
    public static DelaiDeDroit? Delai(this CauseContrat cause, ReglesContrat regles) => cause switch
    {
        CauseContrat.Orientation => regles.DelaiSignature,
        CauseContrat.Reorientation => regles.DelaiApresReorientation,
        _ => null,
    };
}
