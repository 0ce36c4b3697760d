using FranceTravail.Parcours.Workflows.Droit;

namespace FranceTravail.Parcours.Workflows.Delais;

/// <summary>The legal holidays of each part of the country, by year.</summary>
internal static class JoursFeries
{
    private static readonly Article General = Article.Travail("L3133-1");
    private static readonly Article AlsaceMoselle = Article.Travail("L3134-13");
    private static readonly Article OutreMer = Article.Travail("L3422-2");

    /// <summary>The eleven holidays of Code du travail, art. L3133-1, which hold everywhere.</summary>
    public static IEnumerable<JourFerie> Communs(int annee)
    {
        var paques = Paques.Dimanche(annee);
        return
        [
            new(new(annee, 1, 1), "Jour de l’an", General),
            new(paques.PlusDays(1), "Lundi de Pâques", General),
            new(new(annee, 5, 1), "Fête du Travail", General),
            new(new(annee, 5, 8), "Victoire de 1945", General),
            new(paques.PlusDays(39), "Ascension", General),
            new(paques.PlusDays(50), "Lundi de Pentecôte", General),
            new(new(annee, 7, 14), "Fête nationale", General),
            new(new(annee, 8, 15), "Assomption", General),
            new(new(annee, 11, 1), "Toussaint", General),
            new(new(annee, 11, 11), "Armistice de 1918", General),
            new(new(annee, 12, 25), "Noël", General),
        ];
    }

    /// <summary>26 December, in Moselle, Bas-Rhin and Haut-Rhin.</summary>
    public static JourFerie SaintEtienne(int annee) => new(new(annee, 12, 26), "Saint-Étienne", AlsaceMoselle);

    /// <summary>Good Friday: only in the communes that have a Protestant temple or a mixed church.</summary>
    public static JourFerie VendrediSaint(int annee) => new(Paques.Dimanche(annee).PlusDays(-2), "Vendredi saint", AlsaceMoselle);

    /// <summary>The commemoration of the abolition of slavery, whose day differs by territory.</summary>
    public static JourFerie Abolition(int annee, int mois, int jour) => new(new(annee, mois, jour), "Abolition de l’esclavage", OutreMer);

    /// <summary>The articles that the holidays of a calendar rest on.</summary>
    public static IEnumerable<Article> Bases(CalendrierCivil calendrier, int annee) => calendrier.Feries(annee).Select(f => f.Article).Distinct();
}
