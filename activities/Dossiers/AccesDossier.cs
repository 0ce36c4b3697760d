using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>One look at a dossier, to be kept six months (D. 5312-54); nothing deletes older ones yet.</summary>
[Index(nameof(DossierId), nameof(Instant))]
public sealed class AccesDossier
{
    public long Id { get; init; }

    public required string DossierId { get; init; }

    public required string ActeurRole { get; init; }

    public required string ActeurId { get; init; }

    public required Instant Instant { get; init; }

    public required string Motif { get; init; }
}
