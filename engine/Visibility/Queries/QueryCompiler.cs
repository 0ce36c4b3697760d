using System.Globalization;
using FranceTravail.Parcours.Engine.Attributes;
using Temporalio.Api.Enums.V1;

namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>Turns a parsed query into SQL over the visibility table. Missing values are SQL nulls, but a list or text without value differs from every value.</summary>
internal sealed class QueryCompiler
{
    public const int MaximumValues = 5_000;
    public const int MaximumPhrases = 100;
    private const string HiddenDivisions = "division IS NULL";

    private readonly SearchAttributeTypes types;
    private readonly List<object> parameters = [];
    private bool namesDivision;

    private QueryCompiler(SearchAttributeTypes types) => this.types = types;

    /// <exception cref="Refusals.Refusal">A name, operator or value does not fit.</exception>
    public static VisibilityFilter Compile(QueryNode? query, SearchAttributeTypes types)
    {
        var compiler = new QueryCompiler(types);
        var sql = query is null ? "TRUE" : compiler.Node(query);
        var value = compiler.namesDivision ? null : compiler.Value(query);
        return new VisibilityFilter(compiler.namesDivision ? sql : $"{HiddenDivisions} AND ({sql})", compiler.parameters, value, value is not null && query is QueryNode.Condition);
    }

    /// <summary>The first of the conditions that all hold which asks for one value of a search attribute, for the index of values.</summary>
    private string? Value(QueryNode? query)
    {
        var found = (query is QueryNode.And and ? and.Parts : query is null ? [] : [query]).OfType<QueryNode.Condition>().FirstOrDefault(IsForValue);
        if (found is null)
        {
            return null;
        }

        var column = QueryColumn.Resolve(((QueryOperand.Column)found.Left).Name, types);
        return $"x.name = {Parameter(column.Name)} AND x.value = {Parameter(QueryValue.Convert(column, found.Right[0]))}";
    }

    private bool IsForValue(QueryNode.Condition c)
    {
        if (c is not { Operator: "=", Left: QueryOperand.Column(var name), Right: [QueryOperand.Literal] } || QueryColumn.Resolve(name, types) is not { Sql: null } column)
        {
            return false;
        }

        return column.Type is IndexedValueType.Int or IndexedValueType.Bool or IndexedValueType.Double or IndexedValueType.Datetime
            || (column.Type is IndexedValueType.Keyword or IndexedValueType.KeywordList
                && QueryValue.Convert(column, c.Right[0]) is string { Length: <= VisibilitySchema.LongestValue } text && !text.StartsWith(' '));
    }

    private string Node(QueryNode node) => node switch
    {
        QueryNode.And and => $"({string.Join(" AND ", and.Parts.Select(Node))})",
        QueryNode.Or or => $"({string.Join(" OR ", or.Parts.Select(Node))})",
        QueryNode.Not not => $"NOT ({Node(not.Inner)})",
        QueryNode.Condition condition => Condition(condition),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private string Condition(QueryNode.Condition condition)
    {
        if (condition.Operator.Length == 0)
        {
            throw QueryFailure.Invalid("incomplete expression");
        }

        if (condition.Left is not QueryOperand.Column(var name))
        {
            throw QueryFailure.Invalid($"must be a column name but was {condition.Left.Kind}");
        }

        var column = QueryColumn.Resolve(name, types);
        namesDivision |= column.Name == PredefinedSearchAttributes.NamespaceDivision;
        if (condition.Operator is "is null" or "is not null")
        {
            return $"({Stored(column)} {condition.Operator.ToUpperInvariant()})";
        }

        if (!QueryOperators.Exists(condition.Operator))
        {
            throw QueryFailure.Invalid($"invalid operator '{condition.Operator}' in `{condition.Display}`");
        }

        if (QueryOperators.IsPrefix(condition.Operator) && condition.Right[0] is not QueryOperand.Literal { Value: string })
        {
            throw QueryFailure.Invalid($"right-hand side of '{condition.Operator}' must be a literal string (got: {condition.Right[0].Display})");
        }

        if (!QueryOperators.Allows(column, condition.Operator))
        {
            throw QueryFailure.Invalid($"operator '{condition.Operator}' not supported for {column.Type} type search attribute in `{condition.Display}`");
        }

        var values = condition.Right.Select(value => QueryValue.Convert(column, value)).ToList();
        return column.Type switch
        {
            IndexedValueType.KeywordList => Contains(column, condition.Operator, values),
            IndexedValueType.Text => Mentions(column, condition.Operator, (string)values[0]),
            _ => Compare(column, condition.Operator, values),
        };
    }

    private string Compare(QueryColumn column, string operation, List<object> values)
    {
        var stored = Stored(column);
        return operation switch
        {
            "in" or "not in" => $"({stored} {operation.ToUpperInvariant()} ({string.Join(", ", values.Select(Parameter))}))",
            "between" or "not between" => $"({stored} {operation.ToUpperInvariant()} {Parameter(values[0])} AND {Parameter(values[1])})",
            "=" when column.IsExecutionStatus && values[0] is (long)WorkflowExecutionStatus.Running => Running(stored, values[0]),
            "starts_with" => StartsWith(stored, (string)values[0]),
            "not starts_with" => $"NOT {StartsWith(stored, (string)values[0])}",
            _ => $"({stored} {operation} {Parameter(values[0])})",
        };
    }

    // Running ones have no close time: said twice, they are the beginning of the order's index.
    private string Running(string stored, object running) => $"({stored} = {Parameter(running)} AND {VisibilitySchema.Close} = {VisibilitySchema.Never})";

    // A range, so that an index serves it: nothing that is text sorts behind the prefix followed by the last code point.
    private string StartsWith(string stored, string prefix) => $"({stored} >= {Parameter(prefix)} AND {stored} <= {Parameter(prefix + "\U0010FFFF")})";

    private string Contains(QueryColumn column, string operation, List<object> values)
    {
        var not = operation is "!=" or "not in" ? "NOT " : string.Empty;
        return $"({not}EXISTS (SELECT 1 FROM json_each(attributes, {Path(column)}) WHERE value IN ({string.Join(", ", values.Select(Parameter))})))";
    }

    // Any of the parts between spaces is enough; within a part its words follow each other.
    private string Mentions(QueryColumn column, string operation, string text)
    {
        var stored = Stored(column);
        var phrases = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Words.Of).Where(words => words != " ").Distinct().ToList();
        if (phrases.Count == 0)
        {
            // It would match nothing, and its negation everything.
            throw QueryFailure.Invalid($"value of {column.Name} holds no word: '{text}'");
        }

        if (phrases.Count > MaximumPhrases)
        {
            throw QueryFailure.Unsupported($"more than {MaximumPhrases} words in one text");
        }

        var found = phrases.Select(words => $"instr({stored}, {Parameter(words)})");
        return $"({(operation == "!=" ? "NOT " : string.Empty)}ifnull({string.Join(" OR ", found)}, FALSE))";
    }

    private string Stored(QueryColumn column) => column.Sql ?? $"json_extract(attributes, {Path(column)})";

    private string Path(QueryColumn column) => Parameter($"$.\"{column.Name}\"");

    private string Parameter(object value)
    {
        if (parameters.Count == MaximumValues)
        {
            throw QueryFailure.Unsupported($"more than {MaximumValues} values");
        }

        parameters.Add(value);
        return "@q" + (parameters.Count - 1).ToString(CultureInfo.InvariantCulture);
    }
}
