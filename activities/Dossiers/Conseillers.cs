using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>The counsellors a new store starts with: in each pilot territory one or two of each organisation, and one who supervises.</summary>
public static class Conseillers
{
    private static readonly OrganismeReferent[] _organismes =
    [
        OrganismeReferent.FranceTravail, OrganismeReferent.FranceTravail, OrganismeReferent.ConseilDepartemental,
        OrganismeReferent.MissionLocale, OrganismeReferent.CapEmploi, OrganismeReferent.FranceTravail,
    ];

    /// <summary>The seeded counsellors. Identifiers are stable: <c>c-rhone-1</c>.</summary>
    public static IReadOnlyList<Conseiller> Initiaux =>
    [
        .. Territoire("rhone", "Lyon", "Martin|Claire", "Benali|Karim", "Roux|Sophie", "Perrin|Lucas", "Girard|Nathalie", "Chevalier|Marc"),
        .. Territoire("pas-de-calais", "Lens", "Lefebvre|Julien", "Nowak|Anna", "Delattre|Hélène", "Carpentier|Rémi", "Leroy|Sandrine", "Dupont|Agnès"),
        .. Territoire("bas-rhin", "Strasbourg", "Muller|Élise", "Schmitt|Thomas", "Kieffer|Nadia", "Weber|Florian", "Klein|Christine", "Fischer|Paul"),
        .. Territoire("reunion", "Saint-Denis", "Payet|Marie-Laure", "Hoarau|Jean-Yves", "Grondin|Sabrina", "Boyer|Teddy", "Rivière|Laurence", "Fontaine|Éric"),
    ];

    private static IEnumerable<Conseiller> Territoire(string code, string ville, params string[] noms) => noms.Select((nom, rang) => new Conseiller
    {
        Id = $"c-{code}-{rang + 1}",
        Nom = nom.Split('|')[0],
        Prenom = nom.Split('|')[1],
        Territoire = code,
        Organisme = _organismes[rang],
        Telephone = $"01 99 00 {10 + rang:00} {code.Length:00}",
        Courriel = $"{TexteDeRecherche.De(nom.Split('|')[1]).Replace(' ', '-')}.{TexteDeRecherche.De(nom.Split('|')[0])}@{TexteDeRecherche.De(ville).Replace(' ', '-')}.parcours.example",
        Encadrant = rang == _organismes.Length - 1,
    });
}
