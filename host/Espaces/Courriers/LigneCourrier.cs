using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Host.Espaces.Courriers;

/// <summary>A letter and whom it was sent to.</summary>
internal sealed record LigneCourrier(Courrier Courrier, string Nom);
