using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Text typed by somebody. It may name people, so that only its identifier ever goes to a workflow.</summary>
[Index(nameof(DossierId))]
public sealed class TexteLibre
{
    public required string Id { get; init; }

    public required string DossierId { get; init; }

    public required string AuteurRole { get; init; }

    public string? AuteurId { get; init; }

    public required string Texte { get; init; }

    public required Instant CreeLe { get; init; }
}
