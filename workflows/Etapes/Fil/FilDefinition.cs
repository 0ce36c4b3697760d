namespace FranceTravail.Parcours.Workflows.Etapes.Fil;

/// <summary>The declaration of a thread in a template: what may start it, from where, how many at once. Not a place where a journey stands.</summary>
public static class FilDefinition
{
    public const string Type = "Parcours.Fil";
    public const string Annonce = nameof(Annonce);
    public const string Ouvreurs = nameof(Ouvreurs);
    public const string Depuis = nameof(Depuis);
    public const string Max = nameof(Max);
    public const string FinitAvecLAccompagnement = nameof(FinitAvecLAccompagnement);
    public const string Separe = nameof(Separe);
    public const string Debut = nameof(Debut);

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = Type,
        Rang = 90,
        Nom = "Fil",
        Description = "Ouvre, à côté de l’accompagnement, un fil qui a ses propres étapes, tâches et échéances.",
        EstDebutDeFil = true,
        Entrees =
        [
            new EntreeEtape
            {
                Nom = Annonce,
                Libelle = "Annonce",
                Description = "Ce qu’une étape annonce et qui ouvre le fil, par exemple « contrat.signe ». Vide : seul un acte l’ouvre.",
                Type = TypeEntree.Texte,
                ParDefaut = "",
            },
            new EntreeEtape
            {
                Nom = Ouvreurs,
                Libelle = "Qui peut l’ouvrir",
                Description = "Rôles séparés par des virgules : Personne, Conseiller, Encadrement. Vide : personne.",
                Type = TypeEntree.Texte,
                ParDefaut = "",
            },
            new EntreeEtape
            {
                Nom = Depuis,
                Libelle = "Depuis les étapes",
                Description = "Identifiants des étapes de l’accompagnement d’où le fil peut s’ouvrir, séparés par des virgules. Vide : toutes.",
                Type = TypeEntree.Texte,
                ParDefaut = "",
            },
            new EntreeEtape
            {
                Nom = Max,
                Libelle = "Combien à la fois",
                Description = "Au-delà, une nouvelle ouverture est refusée.",
                Type = TypeEntree.Nombre,
                Reglage = _ => FilReglages.Ouverts,
            },
            new EntreeEtape
            {
                Nom = FinitAvecLAccompagnement,
                Libelle = "Finit avec l’accompagnement",
                Description = "Sinon, il va à son terme même après la fin de l’accompagnement.",
                Type = TypeEntree.Booleen,
                ParDefaut = "false",
            },
            new EntreeEtape
            {
                Nom = Separe,
                Libelle = "Déroulement séparé",
                Description = "Pour ce qui dure des mois et doit se prouver par soi-même : un déroulement et une histoire propres.",
                Type = TypeEntree.Booleen,
                ParDefaut = "false",
            },
        ],
        Sorties = [new SortieEtape(Debut, "Première étape")],
    };
}
