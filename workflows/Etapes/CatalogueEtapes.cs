namespace FranceTravail.Parcours.Workflows.Etapes;

/// <summary>Every kind of step that a template can be made of.</summary>
public static class CatalogueEtapes
{
    private static readonly IReadOnlyList<IEtape> Etapes =
    [
        new Inscription.InscriptionEtape(),
        new PreOrientation.PreOrientationEtape(),
        new PremierRendezVous.PremierRendezVousEtape(),
        new Diagnostic.DiagnosticEtape(),
        new ContratEngagement.ContratEngagementEtape(),
        new SuiviActivites.SuiviActivitesEtape(),
        new RevuePeriodique.RevuePeriodiqueEtape(),
        new Cloture.ClotureEtape(),
    ];

    /// <summary>In the order of the national journey.</summary>
    public static IReadOnlyList<DefinitionEtape> Definitions { get; } = [.. Etapes.Select(e => e.Definition)];

    /// <summary>The definition of a type name, or null when there is none.</summary>
    public static DefinitionEtape? Trouver(string type) => Definitions.FirstOrDefault(d => d.Type == type);

    internal static IEtape Etape(string type) => Etapes.First(e => e.Definition.Type == type);
}
