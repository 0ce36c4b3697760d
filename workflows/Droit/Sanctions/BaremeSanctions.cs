namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>The scale of sanctions: what may be decided, for whom, for what. Never automatic; only without a legitimate reason.</summary>
public sealed record BaremeSanctions : IRegles
{
    internal static BaremeSanctions Remobilisation { get; } = new()
    {
        Version = VersionDroit.Remobilisation,
        Lignes = BaremeRemobilisation.Lignes,
        Principe = Article.Travail("L5412-1"),
        PrincipeRsa = Article.ActionSociale("L262-37"),
        PlafondFoyer = 50,
        FoyersProteges = [FoyerRsa.Plusieurs, FoyerRsa.Majoration],
        ArticleFoyer = Article.ActionSociale("R262-68-6"),
        HorsRegime = [Article.ActionSociale("L262-28"), Article.ActionSociale("R262-68-7")],
        EquipePluridisciplinaire = [Article.ActionSociale("L262-37 III"), Article.ActionSociale("L262-39")],
        EffetsRadiation = Article.Travail("R5412-5"),
        FinDuDroit = Article.ActionSociale("R262-68"),
        Reiteration = new()
        {
            Fenetre = Delais.DelaiLegal.EnMois(24),
            ManquementsDepuisLe = new(2025, 6, 1),
            Transition = Article.Autre("Décret n° 2025-478 du 30 mai 2025, art. 12 III"),
            Articles = [Article.Travail("R5412-3-4")],
            EffetReorientation = Article.Travail("R5412-3-4"),
        },
        ReiterationRsa = new()
        {
            Fenetre = Delais.DelaiLegal.EnMois(24),
            ManquementsDepuisLe = new(2025, 6, 1),
            Transition = Article.Autre("Décret n° 2025-478 du 30 mai 2025, art. 12 III"),
            Articles = [Article.ActionSociale("R262-68-4")],
            EffetReorientation = null,
        },
    };

    public required VersionDroit Version { get; init; }

    public required IReadOnlyList<LigneBareme> Lignes { get; init; }

    public required Article Principe { get; init; }

    public required Article PrincipeRsa { get; init; }

    /// <summary>Percent that an RSA measure never goes beyond for <see cref="FoyersProteges"/>.</summary>
    public required int PlafondFoyer { get; init; }

    public required IReadOnlyList<FoyerRsa> FoyersProteges { get; init; }

    public required Article ArticleFoyer { get; init; }

    /// <summary>An RSA recipient who is not bound by « droits et devoirs » is not under the scale.</summary>
    public required IReadOnlyList<Article> HorsRegime { get; init; }

    public required IReadOnlyList<Article> EquipePluridisciplinaire { get; init; }

    /// <summary>No new registration meanwhile, unless RSA is claimed.</summary>
    public required Article EffetsRadiation { get; init; }

    /// <summary>RSA: after the longest total suppression, the authority proposes the striking-off and may end the right.</summary>
    public required Article FinDuDroit { get; init; }

    public required ReglesReiteration Reiteration { get; init; }

    public required ReglesReiteration ReiterationRsa { get; init; }

    /// <summary>Whether the law knows this breach of a person under this scale, with bounds that are known here or not.</summary>
    public bool Connait(RegimeSanction regime, Manquement manquement) =>
        manquement is Manquement.RefusControle ? regime is RegimeSanction.Rsa : Lignes.Any(l => l.Regime == regime && l.Manquement == manquement);

    /// <summary>What may be decided; null when the law has no sanction here for this breach and this person.</summary>
    public Encourue? Trouver(RegimeSanction regime, Manquement manquement, RangManquement rang, FoyerRsa foyer)
    {
        if (Lignes.FirstOrDefault(l => l.Regime == regime && l.Manquement == manquement && l.Rangs.Contains(rang)) is not { } ligne)
        {
            return null;
        }

        var protege = regime is RegimeSanction.Rsa && FoyersProteges.Contains(foyer) && ligne.Taux is { } t && t.Max > PlafondFoyer;
        var avis = regime is RegimeSanction.Rsa && ligne.Mesures.Contains(Mesure.Suppression);
        return new()
        {
            Mesures = ligne.Mesures,
            Taux = protege ? ligne.Taux!.Value with { Max = PlafondFoyer } : ligne.Taux,
            Mois = ligne.Mois,

            // It follows the loss of everything, which the household is spared.
            Radiation = protege ? EffetRadiation.Non : ligne.Radiation,
            AvisSiSuppression = avis,
            Articles = [.. ligne.Articles, .. protege ? [ArticleFoyer] : Array.Empty<Article>(), .. avis ? EquipePluridisciplinaire : []],
        };
    }
}
