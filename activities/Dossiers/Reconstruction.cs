using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>A dossier whose projected rows are being written again from the histories: while the row is there, its facts may leave.</summary>
public sealed class Reconstruction
{
    [Key]
    public required string DossierId { get; init; }

    public required Instant CommenceeLe { get; init; }
}
