namespace FranceTravail.Parcours.Host.Simulateurs.Caf;

/// <summary>What the CAF tells of one reference.</summary>
public sealed record Droits(
    string Reference, IdentiteCaf Identite, string Allocation, string StatutDroit, FoyerCaf Foyer);
