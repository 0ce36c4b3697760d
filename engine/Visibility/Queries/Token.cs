namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>One token and where it begins; <see cref="Text"/> is without quotes and escapes.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    /// <summary>Whether this is the given symbol, or the given keyword in any case.</summary>
    public bool Is(string expected) => Kind is TokenKind.Word or TokenKind.Symbol && Text.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
