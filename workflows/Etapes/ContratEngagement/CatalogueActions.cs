using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>What both sides can commit to. Closed lists, so that a history holds codes and no personal text.</summary>
internal static class CatalogueActions
{
    /// <summary>Commitment of the organism that every contract has (Code du travail, art. L5411-6 II).</summary>
    public static ChoixChamp ReferentUnique { get; } = new("referent-unique", "Un référent unique, joignable");

    /// <summary>Commitment of the person that every contract has (Code du travail, art. L5411-6 II and R5411-15).</summary>
    public static ChoixChamp Assiduite { get; } = new("assiduite", "Assiduité et participation active aux actions prévues");

    /// <summary>What counts as an activity (Code du travail, art. R5411-15).</summary>
    public static IReadOnlyList<ChoixChamp> Activites { get; } =
    [
        new("appui-recherche", "Appui à la recherche d’emploi"),
        new("mise-en-situation", "Mise en situation professionnelle"),
        new("formation", "Formation"),
        new("accompagnement", "Accompagnement social ou professionnel"),
        new("acces-droits", "Accès aux droits et levée des freins"),
        new("activite-existante", "Consolidation d’une activité existante"),
    ];

    public static IReadOnlyList<ChoixChamp> Organisme { get; } =
    [
        new("entretiens", "Un entretien au moins chaque mois"),
        new($"reponse-{ContratEngagementReglages.HeuresReponse}h", $"Une réponse sous {ContratEngagementReglages.HeuresReponse} heures"),
        new("mobilite", "Une aide à la mobilité"),
        new("garde-enfant", "Une aide à la garde d’enfant"),
        new("offres", "Des offres et des mises en relation"),
        new("financement-formation", "La recherche d’un financement de formation"),
    ];
}
