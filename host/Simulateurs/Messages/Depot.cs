namespace FranceTravail.Parcours.Host.Simulateurs.Messages;

/// <summary>A letter or message to bring.</summary>
internal sealed record Depot(string Dossier, string Canal, string Modele, string Fichier);
