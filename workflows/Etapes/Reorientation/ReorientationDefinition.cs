using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.Reorientation;

internal static class ReorientationDefinition
{
    public const string Delai = nameof(Delai);
    public const string Tranchee = nameof(Tranchee);

    /// <summary>Which organism is wished for, if any, and why.</summary>
    public const string Souhait = "souhait";

    public const string Texte = "texte";

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.Reorientation",
        Rang = 84,
        Nom = "Réorientation",
        Description = "La personne ou son organisme référent demande un autre organisme ; l’autorité compétente décide, ou refuse avec ses raisons.",
        EnClair = _ => "L’autorité compétente étudie une autre orientation.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [ReorientationEtape.Trancher] = "Répondre à la demande d’une autre orientation",
        },
        FaitsDEchange = [ReorientationEtape.Demandee, ReorientationEtape.Decision, ReorientationEtape.Refusee],
        Demarche = new Demarche
        {
            Titre = "Demander une autre orientation",
            Geste = "Envoyer la demande",
            Envoyee = "La demande est envoyée à l’autorité qui décide. L’accompagnement continue en attendant.",
            Explication = "Une autre orientation, c’est l’accompagnement par un autre organisme. L’autorité compétente décide, jamais le référent ; si elle refuse, elle dit pourquoi et ce qui peut être fait. Pour changer d’accompagnement dans le même organisme, il suffit de réviser le contrat.",
            Champs = pour =>
            [
                new Champ { Nom = Souhait, Libelle = "Organisme souhaité, s’il y en a un", Type = TypeChamp.Choix, Choix = Libelles.Organismes(pour.Executif, sauf: pour.Organisme) },
                new Champ { Nom = Texte, Libelle = "Pourquoi", Type = TypeChamp.Texte, Obligatoire = true, Aide = "Dites seulement ce qui est utile, sans détail de santé. Ces mots restent dans le dossier : la personne et l’autorité qui décide les lisent." },
            ],
        },
        Entraine = [Annonces.OrientationDecidee, Annonces.ReorientationDecidee],
        Entrees =
        [
            new EntreeEtape
            {
                Nom = Delai,
                Libelle = "Délai de décision",
                Description = "Depuis la demande. La loi ne fixe pas de délai.",
                Type = TypeEntree.Duree,
                Reglage = _ => ReorientationReglages.Delai,
            },
        ],
        Sorties = [new SortieEtape(Tranchee, "Demande tranchée")],
    };
}
