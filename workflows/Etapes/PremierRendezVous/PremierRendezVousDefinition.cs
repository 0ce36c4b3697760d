namespace FranceTravail.Parcours.Workflows.Etapes.PremierRendezVous;

internal static class PremierRendezVousDefinition
{
    public const string Delai = nameof(Delai);
    public const string AlerteApres = nameof(AlerteApres);
    public const string Preavis = nameof(Preavis);
    public const string Rappels = nameof(Rappels);
    public const string PropositionsMax = nameof(PropositionsMax);
    public const string Honore = nameof(Honore);

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.PremierRendezVous",
        Rang = 30,
        Nom = "Premier rendez-vous",
        Description = "Propose un créneau avec le référent, rappelle le rendez-vous et en constate la tenue.",
        Apres = ["Parcours.PreOrientation"],
        Entrees =
        [
            new EntreeEtape
            {
                Nom = Delai,
                Libelle = "Délai depuis l’inscription",
                Description = "Dernier jour pour tenir le premier rendez-vous ; un dépassement est inscrit au dossier.",
                Type = TypeEntree.Duree,
                ParDefaut = "P30D",
                Min = "P1D",
                Max = "P30D",
                BaseLegale = "Engagement des territoires pilotes : premier rendez-vous sous un mois",
            },
            new EntreeEtape
            {
                Nom = AlerteApres,
                Libelle = "Alerte sans rendez-vous tenu",
                Description = "Depuis l’inscription : une tâche signale que le délai approche.",
                Type = TypeEntree.Duree,
                ParDefaut = "P21D",
                Min = "P1D",
                Max = "P30D",
            },
            new EntreeEtape
            {
                Nom = Preavis,
                Libelle = "Préavis",
                Description = "Temps laissé à la personne entre la proposition et le rendez-vous.",
                Type = TypeEntree.Duree,
                ParDefaut = "P3D",
                Min = "P2D",
                Max = "P10D",
            },
            new EntreeEtape
            {
                Nom = Rappels,
                Libelle = "Rappels, en jours avant le rendez-vous",
                Description = "Par exemple 7,2,1.",
                Type = TypeEntree.ListeNombres,
                ParDefaut = "7,2,1",
                Min = "1",
                Max = "30",
            },
            new EntreeEtape
            {
                Nom = PropositionsMax,
                Libelle = "Propositions automatiques",
                Description = "Au-delà, le conseiller reprend contact et propose lui-même un créneau.",
                Type = TypeEntree.Nombre,
                ParDefaut = "3",
                Min = "1",
                Max = "5",
            },
        ],
        Sorties = [new SortieEtape(Honore, "Honoré")],
    };
}
