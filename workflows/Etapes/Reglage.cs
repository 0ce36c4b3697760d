using System.Globalization;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Droit;

namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>What a template may set: its default and its bounds, as the inputs of steps write them.</summary>
/// <param name="ParDefaut">Where a template says nothing: <c>P30D</c>, <c>15</c>, <c>7,2</c>; null where it must say something.</param>
/// <param name="Min">Inside; for a list, of each of its numbers; null for no bound.</param>
/// <param name="Max">Inside.</param>
/// <param name="Article">On which the bounds rest; null where they are a choice of the product.</param>
public sealed record Reglage(string? ParDefaut, string? Min, string? Max, Article? Article = null)
{
    /// <summary>The citation of <see cref="Article"/>; null where there is none.</summary>
    public string? Base => Article?.Citation;

    /// <summary>The same up to what the law leaves, so that a new version of the law moves the bound by itself; all of it where nobody sets less.</summary>
    public Reglage JusquA(DelaiDeDroit delai)
    {
        var max = delai.Duree.ToString();
        return this with { ParDefaut = ParDefaut ?? max, Max = max, Article = delai.Articles[0] };
    }

    /// <summary>The delay when it is inside; the bound that it passes otherwise.</summary>
    public DelaiLegal Ramener(DelaiLegal delai) => delai.Entre(
        Min is null ? DelaiLegal.EnJours(0) : DelaiLegal.Analyser(Min),
        Max is null ? delai : DelaiLegal.Analyser(Max));

    /// <summary>The same for a number, in canonical text.</summary>
    public string Ramener(string nombre)
    {
        var n = Lire(nombre);
        return Min is { } min && n < Lire(min) ? min : Max is { } max && n > Lire(max) ? max : nombre;
    }

    private static decimal Lire(string nombre) => decimal.Parse(nombre, CultureInfo.InvariantCulture);
}
