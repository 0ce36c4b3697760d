namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>Why a contract asks for fewer than fifteen hours a week (Code du travail, art. L5411-6 II).</summary>
internal enum MotifHeures
{
    /// <summary>Individual reasons in view of the diagnostic: fewer hours, never none.</summary>
    SituationIndividuelle,
    Sante,
    Handicap,
    Invalidite,
    ParentIsole,
}
