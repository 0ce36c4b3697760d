using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Droit.Orientation;

/// <summary>One row of the logigramme: answers, and the journey that they propose.</summary>
/// <param name="Quand">For which answers, in French: it explains the proposal.</param>
/// <param name="Si">The same, as a test.</param>
/// <param name="Propose">The journey.</param>
public sealed record LigneLogigramme(string Quand, Func<ReponsesLogigramme, bool> Si, TypeParcours Propose);
