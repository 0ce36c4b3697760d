namespace FranceTravail.Parcours.Engine.Visibility.Queries;

/// <summary>What a query says, before names and types are known.</summary>
internal abstract record QueryNode
{
    internal sealed record And(IReadOnlyList<QueryNode> Parts) : QueryNode;

    internal sealed record Or(IReadOnlyList<QueryNode> Parts) : QueryNode;

    internal sealed record Not(QueryNode Inner) : QueryNode;

    /// <summary>One comparison. <see cref="Operator"/> is lower-case; empty where an operand stands alone.</summary>
    internal sealed record Condition(QueryOperand Left, string Operator, IReadOnlyList<QueryOperand> Right) : QueryNode
    {
        /// <summary>Gets the condition as refusals quote it.</summary>
        public string Display => Operator switch
        {
            "in" or "not in" => $"{Left.Display} {Operator} ({string.Join(", ", Right.Select(value => value.Display))})",
            "between" or "not between" => $"{Left.Display} {Operator} {Right[0].Display} and {Right[1].Display}",
            _ => string.Join(' ', [Left.Display, Operator, .. Right.Select(value => value.Display)]),
        };
    }
}
