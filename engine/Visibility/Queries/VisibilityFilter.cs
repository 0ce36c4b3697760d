namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>A query as SQL.</summary>
/// <param name="Sql">The condition.</param>
/// <param name="Parameters">Its parameters, @q0 and on.</param>
/// <param name="Value">A condition that all rows meet which are found, and which the index of values serves; null when there is none.</param>
/// <param name="IsWhole">That condition is the whole query.</param>
internal sealed record VisibilityFilter(string Sql, IReadOnlyList<object> Parameters, string? Value, bool IsWhole);
