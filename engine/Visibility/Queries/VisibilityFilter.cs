namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>The condition of a query in SQL; each value is a parameter, named <c>@q0</c>, <c>@q1</c> and so on in this order.</summary>
internal sealed record VisibilityFilter(string Sql, IReadOnlyList<object> Parameters);
