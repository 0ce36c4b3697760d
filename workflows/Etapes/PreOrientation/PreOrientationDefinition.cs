using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

internal static class PreOrientationDefinition
{
    public const string SeuilClarte = nameof(SeuilClarte);
    public const string Validation = nameof(Validation);
    public const string Delai = nameof(Delai);
    public const string DelaiRsa = nameof(DelaiRsa);

    public const string ToujoursValider = "toujours";
    public const string ValiderSiIncertain = "si-incertain";

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.PreOrientation",
        Rang = 20,
        Nom = "Pré-orientation",
        Description = "Propose un parcours à partir des critères légaux, explique la proposition et notifie l’orientation.",
        EnClair = "On regarde avec vous qui peut le mieux vous accompagner.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [PreOrientationTaches.Decider] = "Décider avec vous de votre accompagnement",
            [PreOrientationTaches.Reception] = "Suivre l’envoi de votre orientation",
        },
        Entrees =
        [
            new EntreeEtape
            {
                Nom = SeuilClarte,
                Libelle = "Écart qui rend la proposition claire",
                Description = $"En points sur {Loi.Derniere.Orientation.Grille.Total}, entre les deux parcours les mieux placés. En dessous, un conseiller décide.",
                Type = TypeEntree.Nombre,
                Reglage = Loi.Derniere.Modele.SeuilClarte,
            },
            new EntreeEtape
            {
                Nom = Validation,
                Libelle = "Décision par un conseiller",
                Description = "Le calcul n’est jamais qu’une aide : un conseiller tranche les cas incertains, ou tous les cas.",
                Type = TypeEntree.Choix,
                ParDefaut = ValiderSiIncertain,
                Choix =
                [
                    new ChoixChamp(ValiderSiIncertain, "Quand la proposition n’est pas claire"),
                    new ChoixChamp(ToujoursValider, "Toujours"),
                ],
            },
            new EntreeEtape
            {
                Nom = Delai,
                Libelle = "Délai d’orientation",
                Description = "Pour une personne qui ne perçoit pas le RSA, depuis l’inscription. La loi ne fixe pas de délai.",
                Type = TypeEntree.Duree,
                Reglage = Loi.Derniere.Modele.Orientation,
            },
            new EntreeEtape
            {
                Nom = DelaiRsa,
                Libelle = "Délai d’orientation, RSA",
                Description = $"Pour une personne qui perçoit le RSA ; au-delà de {Francais.DureeEnSemaines(Loi.Derniere.Orientation.DelaiRsa.Duree)}, France Travail oriente.",
                Type = TypeEntree.Duree,
                Reglage = Loi.Derniere.Modele.OrientationRsa,
            },
        ],
        Sorties =
        [
            new SortieEtape("Professionnel", "Parcours professionnel"),
            new SortieEtape("SocioProfessionnel", "Parcours socio-professionnel"),
            new SortieEtape("Social", "Parcours social"),
        ],
    };
}
