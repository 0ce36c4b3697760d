namespace FranceTravail.Parcours.Workflows.Droit.Inscription;

/// <summary>The list of jobseekers: who comes on it, what she is told, what she must tell, how she leaves it.</summary>
public sealed record ReglesInscription : IRegles
{
    internal static ReglesInscription PleinEmploi { get; } = new()
    {
        Version = VersionDroit.PleinEmploi,
        AgeMinimum = 16,
        InstructionObligatoire = new(CodeDroit.Education, "L131-1"),
        Portes = Article.Travail("L5411-1"),
        Demande = Article.Travail("R5411-2"),
        Invalidite = [Article.Travail("L5411-1"), Article.Travail("L5411-5")],
        InformationDroits = Article.Travail("R5411-4"),
        Renouvellement = Article.Travail("L5411-2"),
        ChangementAdresse = DelaiDeDroit.Jours(30, Report.JourOuvre, Article.Travail("R5411-8")),
        Transfert = Article.Travail("R5312-47"),
        AutresChangements = [Article.Travail("R5411-6"), Article.Travail("R5411-7")],
        Cessation = [Article.Travail("R5411-17"), Article.Travail("R5411-18")],
        Disponibilite = new()
        {
            Article = Article.Travail("R5411-10"),
            HeuresActiviteParMois = 78,
            HeuresFormation = 40,
            JoursAbsenceParAn = 35,
            JoursMaladie = 15,
            JoursIncarceration = 15,
        },
    };

    public required VersionDroit Version { get; init; }

    /// <summary>Years, from the end of compulsory instruction.</summary>
    public required int AgeMinimum { get; init; }

    public required Article InstructionObligatoire { get; init; }

    /// <summary>The four doors: jobseeker, RSA, mission locale, Cap emploi.</summary>
    public required Article Portes { get; init; }

    /// <summary>Who performs the registration, and with which data.</summary>
    public required Article Demande { get; init; }

    /// <summary>Invalidity of the second and third categories: no registration.</summary>
    public required IReadOnlyList<Article> Invalidite { get; init; }

    /// <summary>At registration the person is told her rights and obligations; it must be provable.</summary>
    public required Article InformationDroits { get; init; }

    public required Article Renouvellement { get; init; }

    /// <summary>To tell France Travail a change of home.</summary>
    public required DelaiDeDroit ChangementAdresse { get; init; }

    /// <summary>A move is no end of the registration: the dossier follows.</summary>
    public required Article Transfert { get; init; }

    /// <summary>Other changes: as soon as possible, at the latest with the renewal.</summary>
    public required IReadOnlyList<Article> AutresChangements { get; init; }

    /// <summary>A reasoned, notified decision of France Travail.</summary>
    public required IReadOnlyList<Article> Cessation { get; init; }

    public required ReglesDisponibilite Disponibilite { get; init; }
}
