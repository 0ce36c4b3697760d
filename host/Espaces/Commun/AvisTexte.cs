namespace FranceTravail.Parcours.Host.Espaces.Commun;

/// <summary>A sentence to show once, on the page that follows an act; the class is <c>fait</c>, <c>info</c> or <c>erreur</c>.</summary>
internal sealed record AvisTexte(string Classe, string Texte);
