using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>For whom a form is shown.</summary>
/// <param name="Organisme">Who accompanies the person; null before an orientation.</param>
/// <param name="Executif">The executive of the département, or what stands in its place, where she lives; null where it is not known.</param>
public sealed record PourQui(OrganismeReferent? Organisme, Executif? Executif);
