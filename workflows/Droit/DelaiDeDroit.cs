using FranceTravail.Parcours.Workflows.Delais;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Droit;

/// <summary>A delay of the law: how long, how it ends, and where it is written.</summary>
public sealed record DelaiDeDroit(DelaiLegal Duree, Report Report, IReadOnlyList<Article> Articles)
{
    /// <summary>The articles, as they are cited.</summary>
    public string Base => Article.Citer(Articles);

    /// <summary>The last day.</summary>
    /// <param name="depart">The day of the act or receipt that starts it; it does not count.</param>
    /// <param name="calendrier">The calendar of the person's commune.</param>
    public LocalDate Echeance(LocalDate depart, CalendrierCivil calendrier) => Report switch
    {
        Report.Jamais => Duree.Terme(depart),
        Report.JourOuvre => Duree.Echeance(depart, calendrier),
        _ => Duree.EcheanceFranche(depart, calendrier),
    };

    internal static DelaiDeDroit Jours(int jours, Report report, params IReadOnlyList<Article> articles) => new(DelaiLegal.EnJours(jours), report, articles);

    internal static DelaiDeDroit Mois(int mois, Report report, params IReadOnlyList<Article> articles) => new(DelaiLegal.EnMois(mois), report, articles);
}
