namespace FranceTravail.Parcours.Host.Simulateurs.Caf;

/// <summary>Household known to the CAF.</summary>
public sealed record FoyerCaf(int Personnes, int EnfantsDeMoinsDe12Ans, bool ParentIsole);
