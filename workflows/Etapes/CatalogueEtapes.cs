namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>Every kind of step that a template can be made of.</summary>
public static class CatalogueEtapes
{
    /// <summary>In the order of the national journey.</summary>
    public static IReadOnlyList<DefinitionEtape> Definitions { get; } =
    [
        Inscription.InscriptionDefinition.Valeur,
        PreOrientation.PreOrientationDefinition.Valeur,
        PremierRendezVous.PremierRendezVousDefinition.Valeur,
        Diagnostic.DiagnosticDefinition.Valeur,
        ContratEngagement.ContratEngagementDefinition.Valeur,
        SuiviActivites.SuiviActivitesDefinition.Valeur,
        RevuePeriodique.RevuePeriodiqueDefinition.Valeur,
        Cloture.ClotureDefinition.Valeur,
    ];

    /// <summary>The definition of a type name, or null when there is none.</summary>
    public static DefinitionEtape? Trouver(string type) => Definitions.FirstOrDefault(d => d.Type == type);
}
