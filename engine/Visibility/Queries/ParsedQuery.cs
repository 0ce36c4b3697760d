namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>A query cut into its filter, null for all rows, and the columns after GROUP BY.</summary>
internal sealed record ParsedQuery(QueryNode? Filter, IReadOnlyList<string> GroupBy);
