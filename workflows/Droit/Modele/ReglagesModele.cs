namespace FranceTravail.Parcours.Workflows.Droit.Modele;

/// <summary>The inputs of the steps of a template: defaults, and the bounds that no territory may cross.</summary>
public sealed record ReglagesModele : IRegles
{
    internal static ReglagesModele PleinEmploi { get; } = new()
    {
        Version = VersionDroit.PleinEmploi,
        ReponseInscription = new("P2D", "P1D", "P5D"),
        Orientation = new("P15D", "P1D", "P6W"),
        OrientationRsa = new("P4W", "P1D", null),
        Reorientation = new("P15D", "P1D", "P6W"),
        PremierRendezVous = new(null, "P1D", null),
        AlertePremierRendezVous = new("P21D", "P1D", "P30D"),
        PreavisRendezVous = new("P3D", "P2D", "P10D"),
        RappelsRendezVous = new("7,2,1", "1", "30"),
        PropositionsRendezVous = new("3", "1", "5"),
        Diagnostic = new("P7D", "P1D", "P15D"),
        RappelsContrat = new("7,2", "1", "20"),
        Declaration = new("P7D", "P3D", "P14D"),
        Validation = new("P7D", "P1D", "P14D"),
        Revue = new("P3M", "P1M", "P12M"),
        PreparationRevue = new("P7D", "P1D", "P21D"),
        Sollicitation = new("P2D", "P1D", "P15D"),
        FilsOuverts = new("1", "1", "20"),
        Rythme = new(),
    };

    public required VersionDroit Version { get; init; }

    public required Reglage ReponseInscription { get; init; }

    /// <summary>Not on RSA: the law sets no delay.</summary>
    public required Reglage Orientation { get; init; }

    /// <summary>RSA: the pace of the service; <see cref="BornesDeLaLoi"/> has the most that the law leaves.</summary>
    public required Reglage OrientationRsa { get; init; }

    /// <summary>The decision on another orientation that was asked for: the law sets no delay.</summary>
    public required Reglage Reorientation { get; init; }

    /// <summary>Where nobody sets less, all that <see cref="BornesDeLaLoi"/> leaves.</summary>
    public required Reglage PremierRendezVous { get; init; }

    public required Reglage AlertePremierRendezVous { get; init; }

    public required Reglage PreavisRendezVous { get; init; }

    public required Reglage RappelsRendezVous { get; init; }

    public required Reglage PropositionsRendezVous { get; init; }

    public required Reglage Diagnostic { get; init; }

    public required Reglage RappelsContrat { get; init; }

    public required Reglage Declaration { get; init; }

    public required Reglage Validation { get; init; }

    public required Reglage Revue { get; init; }

    public required Reglage PreparationRevue { get; init; }

    /// <summary>The answer to a request of the person: a promise of the service, no law.</summary>
    public required Reglage Sollicitation { get; init; }

    /// <summary>How many threads of one kind may be open at once.</summary>
    public required Reglage FilsOuverts { get; init; }

    /// <summary>The service's own pace, which no article sets.</summary>
    public required RythmeService Rythme { get; init; }
}
