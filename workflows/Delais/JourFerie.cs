using FranceTravail.Parcours.Workflows.Droit;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Delais;

/// <summary>A legal holiday.</summary>
/// <param name="Date">The day.</param>
/// <param name="Nom">Its French name, as people say it.</param>
/// <param name="Article">The article that makes it a holiday.</param>
public sealed record JourFerie(LocalDate Date, string Nom, Article Article)
{
    /// <summary>The article, as it is cited.</summary>
    public string BaseLegale => Article.Citation;
}
