using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Workflows.Etapes.Inscription;

internal static class InscriptionDefinition
{
    public const string DelaiReponse = nameof(DelaiReponse);
    public const string Inscrite = nameof(Inscrite);

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.Inscription",
        Rang = 10,
        Nom = "Inscription",
        Description = "Inscrit la personne auprès de France Travail et lui remet l’information sur ses droits et ses devoirs.",
        EnClair = _ => "Nous enregistrons votre demande.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [InscriptionEtape.Verifier] = "Vérifier votre inscription",
        },
        EstDebut = true,
        Entraine = [Annonces.CommuneChangee],
        Entrees =
        [
            new EntreeEtape
            {
                Nom = DelaiReponse,
                Libelle = "Délai de réponse de France Travail",
                Description = "Au-delà, une tâche de vérification est confiée à la file du territoire.",
                Type = TypeEntree.Duree,
                Reglage = _ => InscriptionReglages.Reponse,
            },
        ],
        Sorties = [new SortieEtape(Inscrite, "Inscrite")],
    };
}
