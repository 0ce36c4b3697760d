namespace FranceTravail.Parcours.Workflows.Etapes.Cloture;

internal static class ClotureDefinition
{
    public static DefinitionEtape Valeur { get; } = new()
    {
        Type = "Parcours.Cloture",
        Rang = 80,
        Nom = "Fin du parcours",
        Description = "Clôt le dossier : le parcours est terminé.",
        Suppose = [Acquis.Contrat],
        EstFin = true,
    };
}
