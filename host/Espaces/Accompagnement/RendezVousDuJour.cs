using FranceTravail.Parcours.Workflows.Dossiers;
using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>One appointment of the day.</summary>
internal sealed record RendezVousDuJour(string DossierId, string Nom, string Objet, string? Lieu, LocalTime Heure, StatutRendezVous Statut);
