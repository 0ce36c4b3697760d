using FranceTravail.Parcours.Designer.Compilation;

namespace FranceTravail.Parcours.Designer.Bibliotheque;

/// <summary>What became of a publication.</summary>
/// <param name="Version">The newest version afterwards; null when there is none.</param>
/// <param name="Erreurs">Why nothing was published; empty when the definition is that version.</param>
public sealed record ResultatPublication(int? Version, IReadOnlyList<ErreurModele> Erreurs);
