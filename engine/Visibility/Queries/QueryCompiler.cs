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
    private readonly Dictionary<object, string> names = [];
    private int given;
    private bool namesDivision;

    private QueryCompiler(SearchAttributeTypes types) => this.types = types;

    /// <exception cref="Refusals.Refusal">A name, operator or value does not fit.</exception>
    public static VisibilityFilter Compile(QueryNode? query, SearchAttributeTypes types)
    {
        var compiler = new QueryCompiler(types);
        var (sql, bounds) = ("TRUE", new List<string>());
        foreach (var part in Parts(query))
        {
            var condition = compiler.Node(part);
            var bound = part is QueryNode.Condition c ? compiler.Bound(c) : null;
            if (bound is { } known)
            {
                bounds.Add(known.Sql);
            }

            // What is bounded exactly needs no further look, for which rows would have to be read.
            sql += $" AND {(bound is { IsExact: true } ? "TRUE" : condition)}";
        }

        return new VisibilityFilter(
            compiler.namesDivision ? sql : $"{HiddenDivisions} AND ({sql})",
            compiler.parameters,
            bounds,
            compiler.namesDivision ? null : compiler.Candidates(query));
    }

    /// <summary>The conditions that all hold, also those within a scope or between parentheses.</summary>
    private static IEnumerable<QueryNode> Parts(QueryNode? query) => query switch
    {
        null => [],
        QueryNode.And and => and.Parts.SelectMany(Parts),
        _ => [query],
    };

    /// <summary>Where in the order of lists those are that a condition finds, and whether it finds all that are there; null when anywhere.</summary>
    /// <remarks>Never an equality: SQLite would sort what is in order already.</remarks>
    private (string Sql, bool IsExact)? Bound(QueryNode.Condition c)
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
                "=" => (running ? open : closed, false),
                "in" when !running => (closed, false),
                "!=" or "not in" when running => (closed, false),
                _ => null,
            };
        }

        return c.Operator switch
        {
            "is null" => (open, true),
            "is not null" => (closed, true),
            "!=" or "not in" or "in" or "not between" => (closed, false),
            "=" => ($"{close} BETWEEN {Named(values[0])} AND {Named(values[0])}", true),
            "between" => ($"{close} BETWEEN {Named(values[0])} AND {Named(values[1])}", true),
            ">" or ">=" => ($"{close} {c.Operator} {Named(values[0])} AND {closed}", true),
            "<" or "<=" => ($"{close} {c.Operator} {Named(values[0])}", true),
            _ => null,
        };
    }

    /// <summary>The first of the conditions that all hold which the index of values serves: one that asks for one value before others.</summary>
    private VisibilityCandidates? Candidates(QueryNode? query)
    {
        var found = Parts(query).OfType<QueryNode.Condition>().Select(c => Candidates(c, c == query)).OfType<VisibilityCandidates>().ToList();
        return found.Find(c => c.AreInOrder) ?? found.FirstOrDefault();
    }

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
            "=" => $"x.value = {Named(values[0])}",
            "in" => $"x.value IN ({string.Join(", ", values.Select(Named))})",
            "starts_with" when isText && values[0] is not "" => $"x.value >= {Named(values[0])} AND x.value <= {Named(values[0] + LastCodePoint)}",
            "between" when isNumber => $"x.value BETWEEN {Named(values[0])} AND {Named(values[1])}",
            ">" or ">=" or "<" or "<=" when isNumber => $"x.value {c.Operator} {Named(values[0])}",
            _ => null,
        };
        return condition is null
            ? null
            : new VisibilityCandidates($"x.name = {Named(column.Name)} AND {condition}", c.Operator == "=", isWhole, c.Operator == "=" || column.Type != IndexedValueType.KeywordList);
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

    /// <summary>A value that the query gives.</summary>
    private string Parameter(object value) =>
        given++ < MaximumValues ? Named(value) : throw QueryFailure.Unsupported($"more than {MaximumValues} values");

    /// <summary>The name of a value: bounds and candidates say again what the query gives, under the same name.</summary>
    private string Named(object value)
    {
        if (!names.TryGetValue(value, out var name))
        {
            names.Add(value, name = "@q" + parameters.Count.ToString(CultureInfo.InvariantCulture));
            parameters.Add(value);
        }

        return name;
    }
}
