namespace FranceTravail.Parcours.Workflows.Droit.Contrat;

/// <summary>On which a person may ask for a plan without weekly hours (Code du travail, art. L5411-6 II); the list is closed.</summary>
public enum MotifSansHeures
{
    Sante,
    Handicap,
    Invalidite,

    /// <summary>A lone parent without childcare for a young child.</summary>
    GardeEnfant,
}
