using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// The counsellors a new store starts with: in each pilot territory one or two of each organisation, and one who supervises for France
/// Travail and for each authority that decides for the RSA.
/// </summary>
public static class Conseillers
{
    private static readonly Poste[] PostesDuDepartement =
    [
        new(OrganismeReferent.FranceTravail, Decideur.FranceTravail),
        new(OrganismeReferent.FranceTravail, Decideur.FranceTravail),
        Departement(Decideur.PresidentConseilDepartemental),
        new(OrganismeReferent.MissionLocale, Decideur.MissionLocale),
        new(OrganismeReferent.CapEmploi, Decideur.CapEmploi),
        new(OrganismeReferent.FranceTravail, Decideur.FranceTravail, Encadrant: true),
        Departement(Decideur.PresidentConseilDepartemental, encadrant: true),
    ];

    /// <summary>The seeded counsellors. Identifiers are stable: <c>c-rhone-1</c>.</summary>
    public static IReadOnlyList<Conseiller> Initiaux =>
    [
        .. Territoire(
            "rhone", "Lyon", [.. Postes(Decideur.PresidentMetropoleLyon), Departement(Decideur.PresidentConseilDepartemental), Departement(Decideur.PresidentConseilDepartemental, encadrant: true)],
            "Martin|Claire", "Benali|Karim", "Roux|Sophie", "Perrin|Lucas", "Girard|Nathalie", "Chevalier|Marc", "Lambert|Isabelle", "Faure|Denis", "Morel|Catherine"),
        .. Territoire(
            "pas-de-calais", "Lens", PostesDuDepartement, "Lefebvre|Julien", "Nowak|Anna", "Delattre|Hélène", "Carpentier|Rémi", "Leroy|Sandrine", "Dupont|Agnès", "Vasseur|Odile"),
        .. Territoire(
            "bas-rhin", "Strasbourg", Postes(Decideur.PresidentCollectiviteEuropeenneAlsace),
            "Muller|Élise", "Schmitt|Thomas", "Kieffer|Nadia", "Weber|Florian", "Klein|Christine", "Fischer|Paul", "Meyer|Monique"),
        .. Territoire(
            "reunion", "Saint-Denis", PostesDuDepartement, "Payet|Marie-Laure", "Hoarau|Jean-Yves", "Grondin|Sabrina", "Boyer|Teddy", "Rivière|Laurence", "Fontaine|Éric", "Técher|Gilles"),
    ];

    private static Poste Departement(Decideur executif, bool encadrant = false) => new(OrganismeReferent.ConseilDepartemental, executif, encadrant);

    /// <summary>The same where another executive has the powers of the département.</summary>
    private static Poste[] Postes(Decideur executif) =>
        [.. PostesDuDepartement.Select(p => p.Organisme is OrganismeReferent.ConseilDepartemental ? p with { Autorite = executif } : p)];

    private static IEnumerable<Conseiller> Territoire(string code, string ville, Poste[] postes, params string[] noms) => noms.Select((nom, rang) => new Conseiller
    {
        Id = $"c-{code}-{rang + 1}",
        Nom = nom.Split('|')[0],
        Prenom = nom.Split('|')[1],
        Territoire = code,
        Organisme = postes[rang].Organisme,
        Autorite = postes[rang].Autorite,
        Telephone = $"01 99 00 {10 + rang:00} {code.Length:00}",
        Courriel = $"{TexteDeRecherche.De(nom.Split('|')[1]).Replace(' ', '-')}.{TexteDeRecherche.De(nom.Split('|')[0])}@{TexteDeRecherche.De(ville).Replace(' ', '-')}.parcours.example",
        Encadrant = postes[rang].Encadrant,
    });

    private readonly record struct Poste(OrganismeReferent Organisme, Decideur Autorite, bool Encadrant = false);
}
