using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Hours of activity of one week.</summary>
[PrimaryKey(nameof(DossierId), nameof(Lundi))]
public sealed class SemaineActivite
{
    public required string DossierId { get; init; }

    /// <summary>Monday of the week.</summary>
    public required LocalDate Lundi { get; init; }

    public decimal HeuresPrevues { get; set; }

    public decimal? HeuresDeclarees { get; set; }

    public decimal? HeuresValidees { get; set; }

    public StatutSemaine Statut { get; set; }
}
