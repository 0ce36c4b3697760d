namespace FranceTravail.Parcours.Workflows.Droit.Sanctions;

/// <summary>What may be decided against one breach: bounds, never a quantum; a person decides and gives her reasons.</summary>
public sealed record Encourue
{
    public required IReadOnlyList<Mesure> Mesures { get; init; }

    /// <summary>Percent of what is paid; null where nothing is paid.</summary>
    public required Fourchette? Taux { get; init; }

    /// <summary>Months; null for a warning, which sets its own deadline.</summary>
    public required Fourchette? Mois { get; init; }

    public required EffetRadiation Radiation { get; init; }

    /// <summary>A suppression needs the opinion of the équipe pluridisciplinaire first.</summary>
    public required bool AvisSiSuppression { get; init; }

    public required IReadOnlyList<Article> Articles { get; init; }
}
