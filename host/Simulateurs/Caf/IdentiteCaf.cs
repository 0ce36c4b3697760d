namespace FranceTravail.Parcours.Host.Simulateurs.Caf;

/// <summary>Identity known to the CAF.</summary>
public sealed record IdentiteCaf(
    string Nom, string Prenom, DateOnly DateNaissance, string CommuneInsee, string Adresse, string CodePostal, string Ville);
