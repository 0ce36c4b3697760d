using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>One step on the ribbon of a journey.</summary>
[PrimaryKey(nameof(DossierId), nameof(NoeudId))]
[Index(nameof(Type), nameof(Statut), nameof(DossierId))]
public sealed class EtapeParcours
{
    public required string DossierId { get; init; }

    public required string NoeudId { get; init; }

    /// <summary>Place on the ribbon.</summary>
    public int Ordre { get; set; }

    /// <summary>Type of the step.</summary>
    public string Type { get; set; } = "";

    public string Titre { get; set; } = "";

    public StatutEtape Statut { get; set; }

    public LocalDate? EntreeLe { get; set; }

    public LocalDate? SortieLe { get; set; }

    /// <summary>Second line, when the date does not say all.</summary>
    public string? Precision { get; set; }

    /// <summary>Last day by which it is owed to the person, where the second line promises one.</summary>
    public LocalDate? AvantLe { get; set; }
}
