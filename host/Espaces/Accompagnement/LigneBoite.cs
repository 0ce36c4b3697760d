using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>One row of the inbox: a task, and of the one whom it is about her name, her organisme référent and where she lives.</summary>
internal sealed record LigneBoite(Tache Tache, string Nom, OrganismeReferent? Organisme, string Commune, string? ReferentId);
