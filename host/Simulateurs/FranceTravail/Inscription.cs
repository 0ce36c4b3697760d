namespace FranceTravail.Parcours.Host.Simulateurs.FranceTravail;

/// <summary>Request to register one dossier.</summary>
internal sealed record Inscription(string Dossier, string Territoire);
