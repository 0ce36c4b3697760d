namespace FranceTravail.Parcours.Workflows.Droit.Orientation;

/// <summary>What one reading of a criterion says for each journey, in percent of its weight; they add up to 100.</summary>
public sealed record PartsOrientation(int Professionnel, int SocioProfessionnel, int Social);
