using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

internal static class PreOrientationDefinition
{
    public const string Delai = nameof(Delai);
    public const string DelaiRsa = nameof(DelaiRsa);

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.PreOrientation",
        Rang = 20,
        Nom = "Pré-orientation",
        Description = "Propose un parcours par les questions du logigramme national, et le fait décider par l’autorité compétente.",
        EnClair = _ => "On regarde avec vous qui peut le mieux vous accompagner.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [PreOrientationTaches.Decider] = "Décider avec vous de votre accompagnement",
        },
        Apporte = Acquis.Orientation,
        Suit = [Annonces.OrientationAReprendre],
        Entraine = [Annonces.OrientationDecidee],
        Entrees =
        [
            new EntreeEtape
            {
                Nom = Delai,
                Libelle = "Délai d’orientation",
                Description = "Pour une personne qui ne perçoit pas le RSA, depuis l’inscription. La loi ne fixe pas de délai.",
                Type = TypeEntree.Duree,
                Reglage = _ => PreOrientationReglages.Orientation,
            },
            new EntreeEtape
            {
                Nom = DelaiRsa,
                Libelle = "Délai d’orientation, RSA",
                Description = "Pour une personne qui perçoit le RSA, depuis que l’ouverture de son droit est connue des services ; au-delà du délai de la loi, France Travail oriente.",
                Type = TypeEntree.Duree,
                Reglage = PreOrientationReglages.OrientationRsa,
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
