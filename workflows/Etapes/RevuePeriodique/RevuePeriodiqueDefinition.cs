namespace FranceTravail.Parcours.Workflows.Etapes.RevuePeriodique;

internal static class RevuePeriodiqueDefinition
{
    public const string Periodicite = nameof(Periodicite);
    public const string Preparation = nameof(Preparation);
    public const string Poursuite = nameof(Poursuite);
    public const string NouveauContrat = nameof(NouveauContrat);
    public const string Sortie = nameof(Sortie);

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.RevuePeriodique",
        Rang = 70,
        Nom = "Revue",
        Description = "Le référent et la personne font le point : poursuivre, réviser le contrat ou conclure.",
        EnClair = _ => "Un point régulier pour ajuster le contrat avec vous.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [RevuePeriodiqueEtape.Tenir] = "Faire le point avec vous",
        },
        FaitsDePoint = ["revue.poursuite", "revue.contrat", "revue.sortie"],
        Suppose = [Acquis.Contrat],
        PermetUneBoucle = true,
        EstRevue = true,
        Entrees =
        [
            new EntreeEtape
            {
                Nom = Periodicite,
                Libelle = "Périodicité",
                Description = "Depuis la signature du contrat ou la revue précédente. La loi laisse la périodicité à l’accord avec la personne.",
                Type = TypeEntree.Duree,
                Reglage = _ => RevuePeriodiqueReglages.Periode,
            },
            new EntreeEtape
            {
                Nom = Preparation,
                Libelle = "Préparation",
                Description = "La tâche paraît ce temps avant la date de la revue.",
                Type = TypeEntree.Duree,
                Reglage = _ => RevuePeriodiqueReglages.Preparation,
            },
        ],
        Sorties =
        [
            new SortieEtape(Poursuite, "Poursuite"),
            new SortieEtape(NouveauContrat, "Contrat à réviser"),
            new SortieEtape(Sortie, "Fin du parcours"),
        ],
    };
}
