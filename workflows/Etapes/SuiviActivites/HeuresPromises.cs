using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.SuiviActivites;

/// <summary>Hours a week of a contract, and the first Monday that they count from.</summary>
internal sealed record HeuresPromises(LocalDate Depuis, decimal Heures);
