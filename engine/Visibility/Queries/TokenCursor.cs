namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>Walks over the tokens of a query, one ahead.</summary>
internal sealed class TokenCursor
{
    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "in", "between", "is", "like", "regexp", "group", "order", "by", "limit", "select", "from", "where", "true", "false", "null",
    };

    private readonly QueryLexer lexer;

    public TokenCursor(string query)
    {
        lexer = new QueryLexer(query);
        Current = lexer.Next();
    }

    public Token Current { get; private set; }

    public bool IsAt(params ReadOnlySpan<string> expected)
    {
        foreach (var one in expected)
        {
            if (Current.Is(one))
            {
                return true;
            }
        }

        return false;
    }

    public Token Advance()
    {
        var token = Current;
        Current = lexer.Next();
        return token;
    }

    public bool Accept(string expected)
    {
        var found = Current.Is(expected);
        if (found)
        {
            Advance();
        }

        return found;
    }

    public void Expect(string expected)
    {
        if (!Accept(expected))
        {
            throw QueryFailure.Malformed(Current);
        }
    }

    /// <summary>A name: back-quoted, or a word that is not one of the language.</summary>
    public string ExpectName() =>
        Current.Kind == TokenKind.QuotedName || (Current.Kind == TokenKind.Word && !Keywords.Contains(Current.Text))
            ? Advance().Text
            : throw QueryFailure.Malformed(Current);
}
