using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>Which comparisons exist, and which of them each type allows.</summary>
internal static class QueryOperators
{
    private static readonly string[] Equality = ["=", "!="];
    private static readonly string[] Membership = ["in", "not in"];
    private static readonly string[] Order = ["<", "<=", ">", ">=", "between", "not between"];
    private static readonly string[] Prefix = ["starts_with", "not starts_with"];

    public static bool Exists(string operation) => Equality.Contains(operation) || Membership.Contains(operation) || Order.Contains(operation) || Prefix.Contains(operation);

    public static bool IsPrefix(string operation) => Prefix.Contains(operation);

    public static bool Allows(QueryColumn column, string operation) =>
        Equality.Contains(operation)
        || (Membership.Contains(operation) && column.Type != IndexedValueType.Text)
        || (Order.Contains(operation) && HasOrder(column))
        || (Prefix.Contains(operation) && column is { Type: IndexedValueType.Keyword, IsExecutionStatus: false });

    private static bool HasOrder(QueryColumn column) =>
        column is { Type: IndexedValueType.Keyword or IndexedValueType.Int or IndexedValueType.Double or IndexedValueType.Datetime, IsExecutionStatus: false };
}
