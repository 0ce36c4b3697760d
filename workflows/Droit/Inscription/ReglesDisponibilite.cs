namespace FranceTravail.Parcours.Workflows.Droit.Inscription;

/// <summary>Up to where a person still counts as available for a job.</summary>
public sealed record ReglesDisponibilite
{
    public required Article Article { get; init; }

    public required int HeuresActiviteParMois { get; init; }

    /// <summary>In all, or any training whose hours leave room for a job.</summary>
    public required int HeuresFormation { get; init; }

    /// <summary>In a calendar year, for whom France Travail is the organisme référent.</summary>
    public required int JoursAbsenceParAn { get; init; }

    public required int JoursMaladie { get; init; }

    public required int JoursIncarceration { get; init; }
}
