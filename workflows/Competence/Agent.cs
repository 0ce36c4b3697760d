using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>A counsellor of a territory, as far as what she may do depends on it.</summary>
/// <param name="Organisme">Whose counsellor she is.</param>
/// <param name="Autorite">Whose decisions she may take; null for a délégataire, which decides nothing.</param>
/// <param name="Encadrant">She supervises, and accompanies nobody.</param>
public sealed record Agent(OrganismeReferent Organisme, Decideur? Autorite, bool Encadrant);
