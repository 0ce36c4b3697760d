namespace FranceTravail.Parcours.Workflows.Etapes.SuiviActivites;

internal static class SuiviActivitesDefinition
{
    public const string DelaiDeclaration = nameof(DelaiDeclaration);
    public const string DelaiValidation = nameof(DelaiValidation);
    public const string Engage = nameof(Engage);

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.SuiviActivites",
        Rang = 60,
        Nom = "Activités",
        Description = "Chaque semaine, la personne déclare ses heures et le référent les valide. Ne bloque jamais le parcours.",
        EnClair = _ => "Les activités choisies ensemble, semaine après semaine.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [SuiviActivitesTaches.Valider] = "Valider les heures que vous avez déclarées",
            [SuiviActivitesTaches.Nouvelles] = "Prendre de vos nouvelles",
        },
        Carte = new CarteEtape("Rien à faire pour l’instant", "Vos activités se déclarent ici, à la fin de chaque semaine.")
        {
            TexteSansHeures = "Votre contrat ne prévoit pas d’heures à déclarer.",
        },
        Suppose = [Acquis.Contrat],
        EnArrierePlan = true,
        Entrees =
        [
            new EntreeEtape
            {
                Nom = DelaiDeclaration,
                Libelle = "Délai de déclaration",
                Description = "Après la fin de la semaine. Au-delà, la semaine est close sans déclaration.",
                Type = TypeEntree.Duree,
                Reglage = _ => SuiviActivitesReglages.Declaration,
            },
            new EntreeEtape
            {
                Nom = DelaiValidation,
                Libelle = "Délai de validation",
                Description = "Temps laissé au conseiller après la déclaration.",
                Type = TypeEntree.Duree,
                Reglage = _ => SuiviActivitesReglages.Validation,
            },
        ],
        Sorties = [new SortieEtape(Engage, "Suivi engagé")],
    };
}
