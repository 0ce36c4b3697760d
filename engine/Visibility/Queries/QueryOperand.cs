using System.Globalization;

namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>One side of a condition, as written.</summary>
internal abstract record QueryOperand
{
    /// <summary>Gets the name that refusals give to this kind of operand.</summary>
    public abstract string Kind { get; }

    /// <summary>Gets the operand as refusals quote it.</summary>
    public abstract string Display { get; }

    internal sealed record Column(string Name) : QueryOperand
    {
        public override string Kind => "a column name";

        public override string Display => Name;
    }

    /// <summary>A constant: string, long, double or bool; null for NULL.</summary>
    internal sealed record Literal(object? Value) : QueryOperand
    {
        public override string Kind => "a literal";

        public override string Display => Value switch
        {
            string text => $"'{text.Replace("'", "\\'", StringComparison.Ordinal)}'",
            bool flag => flag ? "true" : "false",
            null => "null",
            _ => Convert.ToString(Value, CultureInfo.InvariantCulture)!,
        };
    }

    internal sealed record Function(string Name) : QueryOperand
    {
        public override string Kind => "a function";

        public override string Display => $"{Name}(...)";
    }
}
