using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>One criterion as it was applied: what was read, how much it weighs, and what it says for each journey.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Poids">Share of the total, in points; the weights add up to 100.</param>
/// <param name="Lecture">What was read, in French: « sans emploi depuis 8 mois ».</param>
/// <param name="Parts">Journey → share of the weight, 0 to 100.</param>
internal sealed record Critere(string Code, int Poids, string Lecture, IReadOnlyDictionary<TypeParcours, int> Parts);
