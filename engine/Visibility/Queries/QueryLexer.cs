using System.Text;

namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>Cuts a query into tokens. What it cannot read becomes a token of kind <see cref="TokenKind.Invalid"/>, at which the parser stops.</summary>
internal sealed class QueryLexer(string query)
{
    private static readonly string[] Symbols = ["<=>", "<=", ">=", "!=", "<>", "=", "<", ">", "(", ")", ",", "-", "+", "*"];
    private int position;

    public Token Next()
    {
        while (position < query.Length && char.IsWhiteSpace(query[position]))
        {
            position++;
        }

        if (position == query.Length)
        {
            return new Token(TokenKind.End, string.Empty, position);
        }

        var first = query[position];
        return first switch
        {
            '\'' or '"' => Quoted(first, TokenKind.Text),
            '`' => Quoted(first, TokenKind.QuotedName),
            _ when char.IsAsciiDigit(first) => Number(),
            _ when IsNamePart(first) => Take(TokenKind.Word, Length(position, IsNamePart)),
            _ => Symbols.FirstOrDefault(symbol => query.AsSpan(position).StartsWith(symbol, StringComparison.Ordinal)) is { } symbol
                ? Take(TokenKind.Symbol, symbol.Length)
                : Take(TokenKind.Invalid, 1),
        };
    }

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character is '_' or '.' or '@' or '$';

    private Token Number()
    {
        var length = Length(position, char.IsAsciiDigit);
        var isDecimal = position + length < query.Length && query[position + length] == '.';
        if (isDecimal)
        {
            length += 1 + Length(position + length + 1, char.IsAsciiDigit);
        }

        if (position + length < query.Length && query[position + length] is 'e' or 'E')
        {
            var sign = position + length + 1 < query.Length && query[position + length + 1] is '-' or '+' ? 1 : 0;
            var digits = Length(position + length + 1 + sign, char.IsAsciiDigit);
            isDecimal |= digits > 0;
            length += digits > 0 ? 1 + sign + digits : 0;
        }

        var rest = Length(position + length, IsNamePart);
        return rest > 0 ? Take(TokenKind.Invalid, length + rest) : Take(isDecimal ? TokenKind.Decimal : TokenKind.Integer, length);
    }

    // A quote inside is written twice or behind a backslash.
    private Token Quoted(char quote, TokenKind kind)
    {
        var start = position;
        var text = new StringBuilder();
        for (var at = start + 1; at < query.Length; at++)
        {
            var isEscape = kind == TokenKind.Text && query[at] == '\\';
            if (at + 1 < query.Length && (isEscape || (query[at] == quote && query[at + 1] == quote)))
            {
                at++;
                text.Append(isEscape ? Unescaped(query[at]) : quote);
            }
            else if (query[at] == quote)
            {
                position = at + 1;
                return new Token(kind, text.ToString(), start);
            }
            else
            {
                text.Append(query[at]);
            }
        }

        return Take(TokenKind.Invalid, query.Length - start);
    }

    private static char Unescaped(char escaped) => escaped switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        '0' => '\0',
        'Z' => '\u001a',
        _ => escaped,
    };

    private int Length(int from, Func<char, bool> belongs)
    {
        var end = from;
        while (end < query.Length && belongs(query[end]))
        {
            end++;
        }

        return Math.Max(0, end - from);
    }

    private Token Take(TokenKind kind, int length)
    {
        var token = new Token(kind, query.Substring(position, length), position);
        position += length;
        return token;
    }
}
