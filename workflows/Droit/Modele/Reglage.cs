namespace FranceTravail.Parcours.Workflows.Droit.Modele;

/// <summary>What a template may set: its default and its bounds, as the inputs of steps write them.</summary>
/// <param name="ParDefaut">Where a template says nothing: <c>P30D</c>, <c>15</c>, <c>7,2</c>.</param>
/// <param name="Min">Inside.</param>
/// <param name="Max">Inside.</param>
/// <param name="Article">On which the bounds rest; null where they are a choice of the product.</param>
public sealed record Reglage(string ParDefaut, string Min, string Max, Article? Article = null)
{
    /// <summary>The citation of <see cref="Article"/>; null where there is none.</summary>
    public string? Base => Article?.Citation;
}
