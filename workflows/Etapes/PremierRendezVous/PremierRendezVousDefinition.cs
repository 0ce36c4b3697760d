using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;

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
        EnClair = loi => $"Vous rencontrez la personne qui vous accompagne, {Francais.Dans(loi.Orientation.PremierRendezVous.Duree)}.",
        PourLaPersonne = new Dictionary<string, string>
        {
            [PremierRendezVousTaches.Trouver] = "Vous proposer un premier rendez-vous",
            [PremierRendezVousTaches.Recevoir] = "Vous recevoir au rendez-vous",
            [PremierRendezVousTaches.Presence] = "Noter votre venue au rendez-vous",
            [PremierRendezVousTaches.Delai] = "Avancer votre premier rendez-vous",
        },
        Apporte = Acquis.PremierAccueil,
        Suppose = [Acquis.Orientation],
        Suit = [Annonces.ReorientationDecidee],
        Entrees =
        [
            new EntreeEtape
            {
                Nom = Delai,
                Libelle = "Délai depuis l’inscription",
                Description = "Dernier jour pour tenir le premier rendez-vous ; un dépassement est inscrit au dossier.",
                Type = TypeEntree.Duree,
                Reglage = PremierRendezVousReglages.Delai,
            },
            new EntreeEtape
            {
                Nom = AlerteApres,
                Libelle = "Alerte sans rendez-vous tenu",
                Description = "Depuis l’inscription : une tâche signale que le délai approche.",
                Type = TypeEntree.Duree,
                Reglage = PremierRendezVousReglages.Alerte,
            },
            new EntreeEtape
            {
                Nom = Preavis,
                Libelle = "Préavis",
                Description = "Temps laissé à la personne entre la proposition et le rendez-vous.",
                Type = TypeEntree.Duree,
                Reglage = _ => PremierRendezVousReglages.Preavis,
            },
            new EntreeEtape
            {
                Nom = Rappels,
                Libelle = "Rappels, en jours avant le rendez-vous",
                Description = "Un rappel par nombre de la liste.",
                Type = TypeEntree.ListeNombres,
                Reglage = _ => PremierRendezVousReglages.Rappels,
            },
            new EntreeEtape
            {
                Nom = PropositionsMax,
                Libelle = "Propositions automatiques",
                Description = "Au-delà, le conseiller reprend contact et propose lui-même un créneau.",
                Type = TypeEntree.Nombre,
                Reglage = _ => PremierRendezVousReglages.Propositions,
            },
        ],
        Sorties = [new SortieEtape(Honore, "Honoré")],
    };
}
