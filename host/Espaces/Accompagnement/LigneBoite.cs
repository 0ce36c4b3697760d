using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>One row of the inbox: a task and the name of whom it is about.</summary>
internal sealed record LigneBoite(Tache Tache, string Nom);
