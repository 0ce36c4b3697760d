using FranceTravail.Parcours.Engine.Attributes;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>Turns a constant of a query into what its column is compared with.</summary>
internal static class QueryValue
{
    /// <exception cref="Refusals.Refusal">The constant is not of the column's type.</exception>
    public static object Convert(QueryColumn column, QueryOperand operand)
    {
        var value = operand switch
        {
            QueryOperand.Literal literal => literal.Value,
            QueryOperand.Column other => throw QueryFailure.Unsupported(
                $"column name on the right side of comparison expression (did you forget to quote '{other.Name}'?)"),
            _ => throw QueryFailure.Unsupported($"{operand.Kind} on the right side of comparison expression ({operand.Display})"),
        };

        if (column.IsExecutionStatus)
        {
            return Status(value, operand);
        }

        return (column.Type, value) switch
        {
            (IndexedValueType.Int, string text) when column.IsExecutionDuration => Duration(text),
            (IndexedValueType.Int or IndexedValueType.Double, long or double) => value,
            (IndexedValueType.Bool, bool) => value,
            (IndexedValueType.Datetime, long) => value,
            (IndexedValueType.Datetime, string text) =>
                UnixNanoseconds.TryParseMoment(text, out var moment) ? moment : throw QueryFailure.Invalid($"unable to parse datetime '{text}'"),
            (IndexedValueType.Keyword or IndexedValueType.KeywordList or IndexedValueType.Text, string text) => column.ValuePrefix + text,
            _ => throw QueryFailure.Refused($"invalid value for search attribute {column.Name} of type {column.Type}: {operand.Display}"),
        };
    }

    private static long Duration(string text) =>
        DurationText.TryParse(text, out var nanoseconds)
            ? nanoseconds
            : throw QueryFailure.Refused($"invalid value for search attribute ExecutionDuration: {text} (invalid duration)");

    private static long Status(object? value, QueryOperand operand)
    {
        var status = value switch
        {
            string text when !char.IsAsciiDigit(text.FirstOrDefault()) && Enum.TryParse<WorkflowExecutionStatus>(text, out var named) => named,
            long number when number is >= 0 and <= int.MaxValue => (WorkflowExecutionStatus)number,
            _ => WorkflowExecutionStatus.Unspecified,
        };
        return status != WorkflowExecutionStatus.Unspecified && Enum.IsDefined(status)
            ? (long)status
            : throw QueryFailure.Invalid($"invalid ExecutionStatus value {(value is string ? operand.Display : $"'{operand.Display}'")}");
    }
}
