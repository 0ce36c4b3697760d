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

    /// <summary>Nothing that is text and begins with a prefix sorts behind the prefix followed by this.</summary>
    private const string LastCodePoint = "\U0010FFFF";

    private readonly SearchAttributeTypes types;
    private readonly List<object> parameters = [];
    private bool namesDivision;

    private QueryCompiler(SearchAttributeTypes types) => this.types = types;

    /// <exception cref="Refusals.Refusal">A name, operator or value does not fit.</exception>
    public static VisibilityFilter Compile(QueryNode? query, SearchAttributeTypes types)
    {
        var compiler = new QueryCompiler(types);
        IReadOnlyList<QueryNode> parts = query is QueryNode.And and ? and.Parts : query is null ? [] : [query];
        var sql = string.Join(" AND ", parts.Select(compiler.Part).Prepend("TRUE"));
        var conditions = parts.OfType<QueryNode.Condition>().ToList();
        return new VisibilityFilter(
            compiler.namesDivision ? sql : $"{HiddenDivisions} AND ({sql})",
            compiler.parameters,
            [.. conditions.Select(compiler.Bound).OfType<string>()],
            compiler.namesDivision ? null : compiler.Candidates(conditions, query));
    }

    /// <summary>One of the conditions that all hold. What is bounded exactly needs no further look, for which rows would have to be read.</summary>
    private string Part(QueryNode part)
    {
        var sql = Node(part);
        return part is QueryNode.Condition { Left: QueryOperand.Column(var name), Operator: "is null" or "is not null" or "=" or "between" or ">" or ">=" or "<" or "<=" }
            && QueryColumn.Resolve(name, types).Name == "CloseTime" ? "TRUE" : sql;
    }

    /// <summary>Where in the order of lists those are that a condition finds; null when anywhere.</summary>
    /// <remarks>Never an equality: SQLite would sort what is in order already.</remarks>
    private string? Bound(QueryNode.Condition c)
    {
        const string close = VisibilityFilter.Close;
        const string closed = VisibilityFilter.AllClosed;
        const string open = $"{close} >= {VisibilitySchema.Never}";
        if (c.Left is not QueryOperand.Column(var name) || QueryColumn.Resolve(name, types) is not { Name: "ExecutionStatus" or "CloseTime" } column)
        {
            return null;
        }

        var values = c.Right.Select(v => QueryValue.Convert(column, v)).ToList();
        if (column.IsExecutionStatus)
        {
            var running = values.Contains((long)WorkflowExecutionStatus.Running);
            return c.Operator switch
            {
                "=" => running ? open : closed,
                "in" when !running => closed,
                "!=" when running => closed,
                "not in" when running => closed,
                _ => null,
            };
        }

        return c.Operator switch
        {
            "is null" => open,
            "is not null" or "!=" or "not in" or "in" or "not between" => closed,
            "=" => $"{close} BETWEEN {Parameter(values[0])} AND {Parameter(values[0])}",
            "between" => $"{close} BETWEEN {Parameter(values[0])} AND {Parameter(values[1])}",
            ">" or ">=" => $"{close} {c.Operator} {Parameter(values[0])} AND {closed}",
            "<" or "<=" => $"{close} {c.Operator} {Parameter(values[0])}",
            _ => null,
        };
    }

    /// <summary>The first of the conditions that all hold which the index of values serves: one that asks for one value before others.</summary>
    private VisibilityCandidates? Candidates(IReadOnlyList<QueryNode.Condition> conditions, QueryNode? query) =>
        (conditions.Select(c => Candidates(c, c == query)).Where(c => c is not null) is var found && found.FirstOrDefault(c => c!.AreInOrder) is { } best) ? best : found.FirstOrDefault();

    private VisibilityCandidates? Candidates(QueryNode.Condition c, bool isWhole)
    {
        if (c.Left is not QueryOperand.Column(var name) || QueryColumn.Resolve(name, types) is not { Sql: null } column || c.Operator is "is null" or "is not null")
        {
            return null;
        }

        var isText = column.Type is IndexedValueType.Keyword or IndexedValueType.KeywordList;
        var isNumber = column.Type is IndexedValueType.Int or IndexedValueType.Bool or IndexedValueType.Double or IndexedValueType.Datetime;
        var values = c.Right.Select(v => QueryValue.Convert(column, v)).ToList();
        if (!isNumber && !(isText && values.All(v => v is string { Length: < VisibilitySchema.LongestValue } text && !text.StartsWith(' '))))
        {
            return null;
        }

        var condition = c.Operator switch
        {
            "=" => $"x.value = {Parameter(values[0])}",
            "in" => $"x.value IN ({string.Join(", ", values.Select(Parameter))})",
            "starts_with" when isText && values[0] is not "" => $"x.value >= {Parameter(values[0])} AND x.value <= {Parameter(values[0] + LastCodePoint)}",
            "between" when isNumber => $"x.value BETWEEN {Parameter(values[0])} AND {Parameter(values[1])}",
            ">" or ">=" or "<" or "<=" when isNumber => $"x.value {c.Operator} {Parameter(values[0])}",
            _ => null,
        };
        return condition is null
            ? null
            : new VisibilityCandidates($"x.name = {Parameter(column.Name)} AND {condition}", c.Operator == "=", isWhole, c.Operator == "=" || column.Type != IndexedValueType.KeywordList);
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
            "starts_with" => StartsWith(stored, (string)values[0]),
            "not starts_with" => $"NOT {StartsWith(stored, (string)values[0])}",
            _ => $"({stored} {operation} {Parameter(values[0])})",
        };
    }

    // A range, so that an index serves it.
    private string StartsWith(string stored, string prefix) => $"({stored} >= {Parameter(prefix)} AND {stored} <= {Parameter(prefix + LastCodePoint)})";

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
