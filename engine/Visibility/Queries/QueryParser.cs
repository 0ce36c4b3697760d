namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>Parses the WHERE part of a visibility query by recursive descent: OR, AND, NOT, then conditions.</summary>
/// <remarks>Depth and number of conditions (and the compiler's values) are bounded, so that no text that fits in a request can exhaust the stack or SQLite.</remarks>
internal sealed class QueryParser
{
    public const int MaximumDepth = 100;
    public const int MaximumConditions = 500;

    private static readonly string[] Comparisons = ["=", "!=", "<>", "<", "<=", ">", ">=", "<=>"];
    private static readonly string[] WordOperators = ["starts_with", "like", "regexp"];

    private readonly TokenCursor tokens;
    private readonly OperandParser operands;
    private int depth;
    private int conditions;

    private QueryParser(string query)
    {
        tokens = new TokenCursor(query);
        operands = new OperandParser(tokens);
    }

    /// <exception cref="Refusals.Refusal">The text is outside the grammar.</exception>
    public static ParsedQuery Parse(string query)
    {
        try
        {
            return new QueryParser(query).Whole();
        }
        catch (QuerySyntaxException e)
        {
            throw QueryFailure.Malformed(e);
        }
    }

    /// <summary>What is wrong with the form of a query, null when it is well formed; positions are counted from as much text before it.</summary>
    public static string? SyntaxFault(string query, int before)
    {
        try
        {
            new QueryParser(query).Whole();
            return null;
        }
        catch (QuerySyntaxException e)
        {
            return e.At(before);
        }
    }

    private ParsedQuery Whole()
    {
        var filter = tokens.Current.Kind == TokenKind.End || tokens.IsAt("group", "order", "limit") ? null : Or();
        var groupBy = new List<string>();
        if (tokens.Accept("group"))
        {
            tokens.Expect("by");
            do
            {
                groupBy.Add(tokens.ExpectName());
            }
            while (tokens.Accept(","));
        }

        if (tokens.Accept("order"))
        {
            tokens.Expect("by");
            throw QueryFailure.Unsupported("'ORDER BY' clause");
        }

        if (tokens.Accept("limit"))
        {
            throw QueryFailure.Unsupported("'LIMIT' clause");
        }

        return tokens.Current.Kind == TokenKind.End ? new ParsedQuery(filter, groupBy) : throw QueryFailure.Malformed(tokens.Current);
    }

    private QueryNode Or() => Chain("or", And, parts => new QueryNode.Or(parts));

    private QueryNode And() => Chain("and", Not, parts => new QueryNode.And(parts));

    private QueryNode Chain(string keyword, Func<QueryNode> next, Func<IReadOnlyList<QueryNode>, QueryNode> join)
    {
        var parts = new List<QueryNode> { next() };
        while (tokens.Accept(keyword))
        {
            parts.Add(next());
        }

        return parts.Count == 1 ? parts[0] : join(parts);
    }

    private QueryNode Not()
    {
        if (++depth > MaximumDepth)
        {
            throw QueryFailure.Unsupported($"more than {MaximumDepth} levels of nesting");
        }

        var node = tokens.Accept("not") ? new QueryNode.Not(Not()) : tokens.Accept("(") ? Parenthesis() : Condition();
        depth--;
        return node;
    }

    private QueryNode Parenthesis()
    {
        var inner = Or();
        tokens.Expect(")");
        return inner;
    }

    private QueryNode.Condition Condition()
    {
        if (++conditions > MaximumConditions)
        {
            throw QueryFailure.Unsupported($"more than {MaximumConditions} conditions");
        }

        var left = operands.Next();
        if (tokens.IsAt(Comparisons))
        {
            var comparison = tokens.Advance().Text;
            return new QueryNode.Condition(left, comparison == "<>" ? "!=" : comparison, [operands.Next()]);
        }

        if (tokens.Accept("is"))
        {
            var test = tokens.Accept("not") ? "is not" : "is";
            return tokens.Accept("null") ? new QueryNode.Condition(left, test + " null", []) : new QueryNode.Condition(left, test, [operands.Next()]);
        }

        var isNegated = tokens.Accept("not");
        if (!isNegated && !tokens.IsAt("in", "between") && !tokens.IsAt(WordOperators))
        {
            return new QueryNode.Condition(left, string.Empty, []);
        }

        var not = isNegated ? "not " : string.Empty;
        return tokens.Accept("in") ? new QueryNode.Condition(left, not + "in", List())
            : tokens.Accept("between") ? new QueryNode.Condition(left, not + "between", Range())
            : tokens.IsAt(WordOperators) ? new QueryNode.Condition(left, not + tokens.Advance().Text.ToLowerInvariant(), [operands.Next()])
            : throw QueryFailure.Malformed(tokens.Current);
    }

    private List<QueryOperand> Range()
    {
        var low = operands.Next();
        tokens.Expect("and");
        return [low, operands.Next()];
    }

    private List<QueryOperand> List()
    {
        var list = new List<QueryOperand>();
        tokens.Expect("(");
        do
        {
            list.Add(operands.Next());
        }
        while (tokens.Accept(","));
        tokens.Expect(")");
        return list;
    }
}
