namespace FranceTravail.Parcours.Workflows.Droit.Contrat;

/// <summary>Whether weekly hours can stand in a contract, and why.</summary>
/// <param name="Accepte">They can.</param>
/// <param name="Raison">A French sentence.</param>
/// <param name="Article">On which it rests.</param>
public sealed record ExamenHeures(bool Accepte, string Raison, Article Article);
