using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>A breach that a decision punished.</summary>
/// <param name="Manquement">Which.</param>
/// <param name="CommisLe">The day of its facts.</param>
/// <param name="NotifieLe">The day on which the decision was notified.</param>
public sealed record ManquementPuni(Manquement Manquement, LocalDate CommisLe, LocalDate NotifieLe);
