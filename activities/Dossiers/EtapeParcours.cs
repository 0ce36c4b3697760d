using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>One step on the ribbon of a journey.</summary>
[PrimaryKey(nameof(DossierId), nameof(Ordre))]
public sealed class EtapeParcours
{
    public required string DossierId { get; init; }

    /// <summary>Place on the ribbon.</summary>
    public required int Ordre { get; init; }

    public required string NoeudId { get; init; }

    /// <summary>Type of the step.</summary>
    public required string Type { get; init; }

    public required string Titre { get; init; }

    public StatutEtape Statut { get; init; }

    public LocalDate? EntreeLe { get; init; }

    public LocalDate? SortieLe { get; init; }

    /// <summary>Second line, when the date does not say all.</summary>
    public string? Precision { get; init; }
}
