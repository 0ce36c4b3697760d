using System.Globalization;

namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>Parses one side of a condition: a name, a constant or a function call.</summary>
internal sealed class OperandParser(TokenCursor tokens)
{
    public QueryOperand Next()
    {
        if (tokens.IsAt("-", "+"))
        {
            var isNegative = tokens.Advance().Is("-");
            return tokens.Current.Kind is TokenKind.Integer or TokenKind.Decimal ? Number(isNegative) : throw QueryFailure.Malformed(tokens.Current);
        }

        return tokens.Current.Kind switch
        {
            TokenKind.Integer or TokenKind.Decimal => Number(isNegative: false),
            TokenKind.Text => new QueryOperand.Literal(tokens.Advance().Text),
            TokenKind.Word when tokens.IsAt("true", "false") => new QueryOperand.Literal(tokens.Advance().Is("true")),
            TokenKind.Word when tokens.Accept("null") => new QueryOperand.Literal(null),
            _ => Named(),
        };
    }

    private QueryOperand.Literal Number(bool isNegative)
    {
        var text = (isNegative ? "-" : string.Empty) + tokens.Advance().Text;
        return long.TryParse(text, CultureInfo.InvariantCulture, out var integer)
            ? new QueryOperand.Literal(integer)
            : new QueryOperand.Literal(double.Parse(text, CultureInfo.InvariantCulture));
    }

    private QueryOperand Named()
    {
        var name = tokens.ExpectName();
        if (!tokens.Accept("("))
        {
            return new QueryOperand.Column(name);
        }

        // Functions are refused by name once the query is known to be well formed; one call inside another is not read at all.
        while (!tokens.Accept(")"))
        {
            if (tokens.Current.Kind is TokenKind.End or TokenKind.Invalid || tokens.IsAt("("))
            {
                throw QueryFailure.Malformed(tokens.Current);
            }

            tokens.Advance();
        }

        return new QueryOperand.Function(name);
    }
}
