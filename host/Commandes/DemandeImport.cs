namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>What <c>importer</c> was asked: the text of the file, whether only to look, and the references that a human says are no doubles.</summary>
internal sealed record DemandeImport(string Texte, bool Essai, IReadOnlySet<string> Confirmees);
