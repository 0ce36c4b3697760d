namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>A query as SQL.</summary>
/// <param name="Sql">The condition.</param>
/// <param name="Parameters">Its parameters, @q0 and on.</param>
/// <param name="Bounds">What follows from it for the place in the order of lists; each stands for the close by <see cref="Close"/>.</param>
/// <param name="Candidates">What rows of the index of values have to meet, so that all runs that are found are among theirs; null when no such is known.</param>
internal sealed record VisibilityFilter(string Sql, IReadOnlyList<object> Parameters, IReadOnlyList<string> Bounds, VisibilityCandidates? Candidates)
{
    public const string Close = "{close}";

    /// <summary>The bound of closed runs.</summary>
    public const string AllClosed = $"{Close} < {VisibilitySchema.Never}";

    /// <summary>The bounds, joined to a condition, over the rows of a table.</summary>
    public string BoundsOf(string close) => string.Concat(Bounds.Select(bound => $" AND {bound.Replace(Close, close, StringComparison.Ordinal)}"));
}
