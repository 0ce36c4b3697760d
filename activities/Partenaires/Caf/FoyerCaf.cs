namespace FranceTravail.Parcours.Activities.Partenaires.Caf;

/// <summary>Household, as the CAF knows it.</summary>
public sealed record FoyerCaf(int Personnes, int EnfantsDeMoinsDe12Ans, bool ParentIsole);
