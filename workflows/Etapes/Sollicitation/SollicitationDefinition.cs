using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.Sollicitation;

internal static class SollicitationDefinition
{
    public const string Delai = nameof(Delai);
    public const string Repondue = nameof(Repondue);

    /// <summary>What she asks for, and in her words.</summary>
    public const string Objet = "objet";

    public const string Texte = "texte";

    /// <summary>An object: her contract is to be changed.</summary>
    public const string Revision = "revision";

    /// <summary>An object: her contract is to ask fewer hours of her, or none.</summary>
    public const string SansHeures = "sans-heures";

    /// <summary>Whether an object is a change of the contract.</summary>
    public static bool EstDuContrat(string objet) => objet is Revision or SansHeures;

    public static IReadOnlyList<ChoixChamp> Objets { get; } =
    [
        new("question", "Poser une question"),
        new("rendez-vous", "Avoir un rendez-vous rapidement"),
        new(Revision, "Réviser mon contrat"),
        new(SansHeures, "Un contrat avec moins d’heures, ou sans heures"),
        new("absence", "Expliquer une absence ou un retard"),
    ];

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.Sollicitation",
        Rang = 80,
        Nom = "Demande de la personne",
        Description = "La personne demande quelque chose, dans ses mots ; le référent lui répond dans le délai, et dit pourquoi quand il refuse.",
        EnClair = _ => "Votre référent vous répond.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [SollicitationEtape.Repondre] = "Répondre à votre demande",
        },
        FaitsDEchange = ["sollicitation.recue", "sollicitation.repondue", "sollicitation.refusee"],
        Demarche = new Demarche
        {
            Titre = "Faire une demande",
            Geste = "Envoyer ma demande",
            Envoyee = "Votre demande est envoyée. La réponse paraîtra ici, et un message vous préviendra.",
            Explication = "Votre référent lit votre demande et vous répond. Si la demande ne peut pas être acceptée, on vous dit pourquoi, et ce que vous pouvez faire.",
            Champs = _ =>
            [
                new Champ { Nom = Objet, Libelle = "Ma demande", Type = TypeChamp.Choix, Obligatoire = true, Choix = Objets },
                new Champ { Nom = Texte, Libelle = "Dans vos mots", Type = TypeChamp.Texte, Obligatoire = true, Aide = "Dites seulement ce qui est utile. Ne donnez pas de détail sur votre santé : dire que vous avez une raison de santé suffit." },
            ],
        },
        Entrees =
        [
            new EntreeEtape
            {
                Nom = Delai,
                Libelle = "Délai de réponse",
                Description = "Au-delà, l’encadrement est averti et la personne voit que la réponse est en retard.",
                Type = TypeEntree.Duree,
                Reglage = _ => SollicitationReglages.Delai,
            },
        ],
        Sorties = [new SortieEtape(Repondue, "Réponse donnée")],
    };
}
