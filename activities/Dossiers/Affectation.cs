using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>The naming of a référent: one for each key, so that asking twice names once.</summary>
[PrimaryKey(nameof(Cle))]
public sealed class Affectation
{
    public required string Cle { get; init; }

    public required string DossierId { get; init; }

    /// <summary>Null when nobody could be named.</summary>
    public string? ConseillerId { get; init; }

    public required Instant Le { get; init; }
}
