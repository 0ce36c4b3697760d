using FranceTravail.Parcours.Workflows.Dossiers;
using NodaTime;

namespace FranceTravail.Parcours.Host.Espaces.Accompagnement;

/// <summary>One appointment of the day, with what the person needs to be received and her telephone; null when she said none.</summary>
internal sealed record RendezVousDuJour(string DossierId, string Nom, string Objet, LieuRendezVous? Lieu, LocalTime Heure, Duration Duree, StatutRendezVous Statut, string? Besoins, string? Telephone);
