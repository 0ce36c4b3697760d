using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>A projection that is in the store: the same key applied again changes nothing.</summary>
[PrimaryKey(nameof(Cle))]
public sealed class ProjectionAppliquee
{
    public required string Cle { get; init; }

    public required string DossierId { get; init; }

    public required Instant AppliqueeLe { get; init; }
}
