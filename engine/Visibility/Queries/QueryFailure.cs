using FranceTravail.Parcours.Engine.Refusals;

namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>The ways in which a query is refused.</summary>
internal static class QueryFailure
{
    /// <summary>What is not of the grammar.</summary>
    public static QuerySyntaxException Malformed(Token near) => new(near);

    public static Refusal Malformed(QuerySyntaxException fault) => Refused($"malformed SQL query: {fault.At(0)}");

    public static Refusal Invalid(string what) => Refused($"invalid expression: {what}");

    public static Refusal Unsupported(string what) => Refused($"operation is not supported: {what}");

    public static Refusal Refused(string what) => new(RefusalKind.InvalidArgument, $"invalid query: {what}");
}
