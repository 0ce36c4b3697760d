using FranceTravail.Parcours.Workflows.Droit;
using static FranceTravail.Parcours.Workflows.Competence.Decideur;
using static FranceTravail.Parcours.Workflows.Competence.Ressort;

namespace FranceTravail.Parcours.Workflows.Competence;

/// <summary>The places where the authority is not the président du conseil départemental, with their dates.</summary>
internal static class DonneesCompetence
{
    private static readonly Article Experimentation = Article.Autre("Loi n° 2021-1900 du 30 décembre 2021, art. 43");

    private static readonly NodaTime.LocalDate FinExperimentation = new(2026, 12, 31);

    /// <summary>RSA taken over by the State, and places whose authorities are not known here. Where | since | orients | sanctions | article.</summary>
    public static IReadOnlyList<PouvoirRsa> Pouvoirs { get; } =
    [
        new(DesDepartements("973"), new(new(2019, 1, 1)), Decideur.FranceTravail, DirecteurCaf, Article.ActionSociale("L522-19")),
        new(DesDepartements("976"), new(new(2019, 1, 1)), Decideur.FranceTravail, DirecteurCaf, Article.ActionSociale("R542-6")),
        new(DesDepartements("974"), new(new(2020, 1, 1)), Decideur.FranceTravail, DirecteurCaf, Article.ActionSociale("R522-2")),
        .. Experimentale("93", 2022, "en Seine-Saint-Denis"),
        .. Experimentale("66", 2022, "dans les Pyrénées-Orientales"),
        .. Experimentale("09", 2023, "en Ariège"),
        Inconnue("975", "à Saint-Pierre-et-Miquelon"),
        Inconnue("977", "à Saint-Barthélemy"),
        Inconnue("978", "à Saint-Martin"),
    ];

    /// <summary>Who has the powers of a département. Where | since | kind | title | body | address | article.</summary>
    public static IReadOnlyList<Executif> Executifs { get; } =
    [
        new(DesEpci("200046977"), new(new(2015, 1, 1)), PresidentMetropoleLyon, "président de la métropole de Lyon", "Métropole de Lyon",
            "20 rue du Lac, CS 33569, 69505 Lyon Cedex 03", new(CodeDroit.CollectivitesTerritoriales, "L3611-1")),
        new(DesDepartements("67", "68"), new(new(2021, 1, 1)), PresidentCollectiviteEuropeenneAlsace, "président de la Collectivité européenne d’Alsace", "Collectivité européenne d’Alsace",
            "Place du Quartier Blanc, 67964 Strasbourg Cedex 9", new(CodeDroit.CollectivitesTerritoriales, "L3431-1")),
        new(DesDepartements("75"), new(new(2019, 1, 1)), PresidentConseilDepartemental, "maire de Paris", "Ville de Paris", "Hôtel de Ville, 75004 Paris",
            new(CodeDroit.CollectivitesTerritoriales, "L2512-1")),
        new(DesDepartements("2A", "2B"), new(new(2018, 1, 1)), PresidentConseilDepartemental, "président du conseil exécutif de Corse", "Collectivité de Corse",
            "Hôtel de la Collectivité de Corse, 20187 Ajaccio Cedex 1", new(CodeDroit.CollectivitesTerritoriales, "L4421-1")),
        new(DesDepartements("972"), new(new(2016, 1, 1)), PresidentConseilDepartemental, "président du conseil exécutif de Martinique", "Collectivité territoriale de Martinique",
            Adresse: null, new(CodeDroit.CollectivitesTerritoriales, "L7211-1")),
        new(DesDepartements("973"), new(new(2016, 1, 1)), PresidentConseilDepartemental, "président de l’assemblée de Guyane", "Collectivité territoriale de Guyane",
            Adresse: null, new(CodeDroit.CollectivitesTerritoriales, "L7111-1")),
    ];

    /// <summary>Body → address, where more is known than the seat of the département.</summary>
    public static IReadOnlyDictionary<string, string> Adresses { get; } = new Dictionary<string, string>
    {
        ["Département du Pas-de-Calais"] = "Hôtel du Département, rue Ferdinand-Buisson, 62018 Arras Cedex 9",
        ["Département du Rhône"] = "Hôtel du Département, 29-31 cours de la Liberté, 69483 Lyon Cedex 03",
    };

    /// <summary>The département orients, during the experiment as after it. How the power to sanction is shared with the CAF was not read, nor what followed the five years.</summary>
    private static PouvoirRsa[] Experimentale(string departement, int annee, string lieu) =>
    [
        new(DesDepartements(departement), new(new(annee, 1, 1), FinExperimentation), null, null, Experimentation)
        {
            SanctionInconnue = $"Le RSA est recentralisé à titre expérimental {lieu} : l’autorité qui y sanctionne n’est pas établie ici.",
        },
        new(DesDepartements(departement), new(FinExperimentation.PlusDays(1)), null, null, Experimentation)
        {
            SanctionInconnue = $"Le RSA était recentralisé à titre expérimental {lieu} jusqu’au {Redaction.Francais.DateComplete(FinExperimentation)} : ce qui a suivi n’est pas établi ici.",
        },
    ];

    /// <summary>Who has the powers of a département there over the RSA was not read: better nobody than a body made up.</summary>
    private static PouvoirRsa Inconnue(string departement, string lieu)
    {
        var raison = $"L’autorité compétente pour le RSA {lieu} n’est pas établie ici.";
        return new(DesDepartements(departement), new(NodaTime.LocalDate.MinIsoValue), null, null, null) { OrientationInconnue = raison, SanctionInconnue = raison };
    }
}
