namespace FranceTravail.Parcours.Engine.Visibility.Queries;

internal enum TokenKind
{
    End,
    Word,
    QuotedName,
    Text,
    Integer,
    Decimal,
    Symbol,
    Invalid,
}
