namespace FranceTravail.Parcours.Host.Simulateurs.Agenda;

/// <summary>Request to book a slot for a dossier.</summary>
internal sealed record Reservation(string Dossier, string Creneau, string Objet);
