using NodaTime;

namespace FranceTravail.Parcours.Workflows.Taches;

/// <summary>A due date and why it is there.</summary>
public sealed record Echeance
{
    /// <summary>The last day, in the calendar of the territory; the delay ends at its 24:00 unless <see cref="Fin"/> is earlier.</summary>
    public required LocalDate Jour { get; init; }

    /// <summary>The instant from which it is missed.</summary>
    public required Instant Fin { get; init; }

    /// <summary>Why, in one line: « Un mois depuis l’orientation notifiée le 22 octobre ».</summary>
    public required string Motif { get; init; }

    /// <summary>The article, for instance « Code du travail, art. D5411-14-1 »; null when it is a choice of the template.</summary>
    public string? BaseLegale { get; init; }
}
