using FranceTravail.Parcours.Engine.Protocol;
using Grpc.Core;

namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>The ways in which a query is refused.</summary>
internal static class QueryFailure
{
    public static ServiceException Malformed(Token near) =>
        Refused($"malformed SQL query: syntax error at position {near.Position + 1}{(near.Kind == TokenKind.End ? string.Empty : $" near '{near.Text}'")}");

    public static ServiceException Invalid(string what) => Refused($"invalid expression: {what}");

    public static ServiceException Unsupported(string what) => Refused($"operation is not supported: {what}");

    public static ServiceException Refused(string what) => new(StatusCode.InvalidArgument, $"invalid query: {what}");
}
