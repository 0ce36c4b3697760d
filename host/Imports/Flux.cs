namespace FranceTravail.Parcours.Host.Imports;

/// <summary>A file that was read whole: persons that may be imported, everything that forbids it, what was left out of persons, and the columns nothing reads.</summary>
internal sealed record Flux(
    IReadOnlyList<LigneFlux> Lignes, IReadOnlyList<ErreurImport> Erreurs, IReadOnlyList<ErreurImport> Avertissements, IReadOnlyList<string> ColonnesIgnorees);
