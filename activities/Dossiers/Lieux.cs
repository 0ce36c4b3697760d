using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>The places that a new store starts with. They are invented, as their names say: no address of an agency is known here.</summary>
public static class Lieux
{
    /// <summary>The seeded places. Identifiers are stable: <c>l-rhone-1</c>.</summary>
    public static IReadOnlyList<Lieu> Initiaux =>
    [
        .. Territoire(
            "pas-de-calais", Decideur.PresidentConseilDepartemental,
            (OrganismeReferent.FranceTravail, "Agence France Travail de Lens", "14 rue de la Perche, 62300 Lens", 20),
            (OrganismeReferent.FranceTravail, "Agence France Travail d’Arras", "3 rue des Trois-Visages, 62000 Arras", 12),
            (OrganismeReferent.ConseilDepartemental, "Maison du département de Lens-Liévin", "27 rue Souvraz, 62300 Lens", 8),
            (OrganismeReferent.MissionLocale, "Mission locale de Lens-Liévin", "9 avenue Alfred-Maes, 62300 Lens", 6),
            (OrganismeReferent.CapEmploi, "Cap emploi du Pas-de-Calais", "41 boulevard Basly, 62300 Lens", 4)),
        .. Territoire(
            "rhone", Decideur.PresidentMetropoleLyon,
            (OrganismeReferent.FranceTravail, "Agence France Travail de Lyon-Guillotière", "52 rue de Marseille, 69007 Lyon", 20),
            (OrganismeReferent.FranceTravail, "Agence France Travail de Villeurbanne", "18 rue du 4-Août-1789, 69100 Villeurbanne", 12),
            (OrganismeReferent.ConseilDepartemental, "Maison de la métropole de Lyon 7ᵉ", "30 rue de la Madeleine, 69007 Lyon", 8),
            (OrganismeReferent.MissionLocale, "Mission locale de Lyon", "7 rue de Bonnel, 69003 Lyon", 6),
            (OrganismeReferent.CapEmploi, "Cap emploi du Rhône", "22 cours Tolstoï, 69100 Villeurbanne", 4)),
        .. Territoire(
            "bas-rhin", Decideur.PresidentCollectiviteEuropeenneAlsace,
            (OrganismeReferent.FranceTravail, "Agence France Travail de Strasbourg-Meinau", "11 rue de la Plaine-des-Bouchers, 67100 Strasbourg", 20),
            (OrganismeReferent.FranceTravail, "Agence France Travail de Haguenau", "6 rue de la Redoute, 67500 Haguenau", 12),
            (OrganismeReferent.ConseilDepartemental, "Espace solidarité Alsace de Strasbourg", "15 rue du Verdon, 67100 Strasbourg", 8),
            (OrganismeReferent.MissionLocale, "Mission locale de Strasbourg", "13 rue Martin-Bucer, 67000 Strasbourg", 6),
            (OrganismeReferent.CapEmploi, "Cap emploi du Bas-Rhin", "5 rue de Berne, 67300 Schiltigheim", 4)),
        .. Territoire(
            "reunion", Decideur.PresidentConseilDepartemental,
            (OrganismeReferent.FranceTravail, "Agence France Travail de Saint-Denis", "62 rue Jules-Auber, 97400 Saint-Denis", 20),
            (OrganismeReferent.FranceTravail, "Agence France Travail de Saint-Pierre", "19 rue Marius-et-Ary-Leblond, 97410 Saint-Pierre", 12),
            (OrganismeReferent.ConseilDepartemental, "Maison départementale de Saint-Denis", "2 rue de la Source, 97400 Saint-Denis", 8),
            (OrganismeReferent.MissionLocale, "Mission locale Nord", "24 rue de Nice, 97400 Saint-Denis", 6),
            (OrganismeReferent.CapEmploi, "Cap emploi de La Réunion", "10 rue de l’Est, 97400 Saint-Denis", 4)),
        new()
        {
            Id = "l-rhone-6",
            Nom = "Maison du Rhône de Villefranche (lieu simulé)",
            Adresse = "33 rue de Thizy, 69400 Villefranche-sur-Saône",
            Telephone = "01 99 00 36 05",
            Territoire = "rhone",
            Organisme = OrganismeReferent.ConseilDepartemental,
            Autorite = Decideur.PresidentConseilDepartemental,
            Capacite = 8,
        },
    ];

    /// <summary>Where a seeded counsellor receives: one of the places of her organism, always the same.</summary>
    public static Lieu De(Conseiller conseiller)
    {
        var siens = Initiaux.Where(l => l.Territoire == conseiller.Territoire && l.Organisme == conseiller.Organisme && l.Autorite == conseiller.Autorite).ToList();
        return siens[(conseiller.Id[^1] - '1') % siens.Count];
    }

    private static IEnumerable<Lieu> Territoire(string code, Decideur departement, params (OrganismeReferent Organisme, string Nom, string Adresse, int Capacite)[] lieux) =>
        lieux.Select((l, rang) => new Lieu
        {
            Id = $"l-{code}-{rang + 1}",
            Nom = $"{l.Nom} (lieu simulé)",
            Adresse = l.Adresse,
            Telephone = $"01 99 00 {31 + rang:00} {code.Length:00}",
            Visio = $"https://visio.parcours.example/{code}-{rang + 1}",
            Territoire = code,
            Organisme = l.Organisme,
            Autorite = l.Organisme switch
            {
                OrganismeReferent.ConseilDepartemental => departement,
                OrganismeReferent.MissionLocale => Decideur.MissionLocale,
                OrganismeReferent.CapEmploi => Decideur.CapEmploi,
                _ => Decideur.FranceTravail,
            },
            Capacite = l.Capacite,
        });
}
