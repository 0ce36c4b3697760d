namespace FranceTravail.Parcours.Workflows.Etapes.Reprise;

/// <summary>The declaration, in a template, of where the accompaniment is taken up when another thread announces something. Not a place where a journey stands.</summary>
public static class RepriseDefinition
{
    public const string Type = "Parcours.Reprise";
    public const string Annonce = nameof(Annonce);
    public const string Suite = nameof(Suite);

    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = Type,
        Rang = 92,
        Nom = "Reprise de l’accompagnement",
        Description = "Quand un autre fil l’annonce, l’accompagnement quitte l’étape où il se trouve et reprend à celle-ci.",
        EstReprise = true,
        Entrees =
        [
            new EntreeEtape
            {
                Nom = Annonce,
                Libelle = "Annonce",
                Description = "Ce qu’une étape d’un autre fil annonce, par exemple « reorientation.decidee ».",
                Type = TypeEntree.Texte,
                ParDefaut = Workflows.Parcours.Annonces.ReorientationDecidee,
            },
        ],
        Sorties = [new SortieEtape(Suite, "Étape où reprendre")],
    };
}
