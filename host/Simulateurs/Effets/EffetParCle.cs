namespace FranceTravail.Parcours.Host.Simulateurs.Effets;

/// <summary>What one key did.</summary>
public sealed record EffetParCle(string Cle, string Operation, string Dossier, int Appels, int Effets);
