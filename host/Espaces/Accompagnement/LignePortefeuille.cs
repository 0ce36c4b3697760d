using FranceTravail.Parcours.Activities.Dossiers;
using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>One person of a portfolio.</summary>
internal sealed record LignePortefeuille(
    string Id, string Nom, string Commune, StatutDossier Statut, string? Etape, string? Objet, LocalDate? Jour, Instant? Fin, string? Referent);
