using FranceTravail.Parcours.Engine.Protocol;
using Grpc.Core;

namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>The ways in which a query is refused.</summary>
internal static class QueryFailure
{
    /// <summary>What is not of the grammar.</summary>
    public static QuerySyntaxException Malformed(Token near) => new(near);

    public static ServiceException Malformed(QuerySyntaxException fault) => Refused($"malformed SQL query: {fault.At(0)}");

    public static ServiceException Invalid(string what) => Refused($"invalid expression: {what}");

    public static ServiceException Unsupported(string what) => Refused($"operation is not supported: {what}");

    public static ServiceException Refused(string what) => new(StatusCode.InvalidArgument, $"invalid query: {what}");
}
