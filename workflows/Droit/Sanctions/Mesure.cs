namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>What may be decided.</summary>
public enum Mesure
{
    Avertissement,
    Radiation,
    Suppression,
    Suspension,
}
