namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>A query is outside the grammar. It does not leave the parser: each kind of request says it in its own words.</summary>
internal sealed class QuerySyntaxException(Token near) : Exception($"syntax error at position {near.Position + 1}")
{
    /// <summary>Where, counted from the beginning of a longer text of which the query is the end.</summary>
    public string At(int before) => $"syntax error at position {near.Position + 1 + before}{(near.Kind == TokenKind.End ? string.Empty : $" near '{near.Text}'")}";
}
