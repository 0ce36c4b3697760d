namespace FranceTravail.Parcours.Host.Simulateurs.FranceTravail;

/// <summary>An orientation decision to record.</summary>
internal sealed record Orientation(string Dossier, string Parcours, string Organisme);
