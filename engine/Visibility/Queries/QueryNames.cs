namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>The names that a query compares.</summary>
internal static class QueryNames
{
    /// <exception cref="Refusals.Refusal">The text is outside the grammar.</exception>
    public static IEnumerable<string> In(string query) => QueryParser.Parse(query).Filter is { } filter ? Of(filter) : [];

    private static IEnumerable<string> Of(QueryNode node) => node switch
    {
        QueryNode.And and => and.Parts.SelectMany(Of),
        QueryNode.Or or => or.Parts.SelectMany(Of),
        QueryNode.Not not => Of(not.Inner),
        QueryNode.Condition { Left: QueryOperand.Column(var name) } => [name],
        _ => [],
    };
}
