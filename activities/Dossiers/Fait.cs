using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Something that happened, in a French sentence. Never changed nor removed: the context and the database both refuse it.</summary>
[Index(nameof(DossierId), nameof(Sequence), IsUnique = true)]
public sealed class Fait
{
    public long Id { get; init; }

    public required string DossierId { get; init; }

    /// <summary>Rank in the dossier, from 1, without holes.</summary>
    public required int Sequence { get; init; }

    public required Instant Instant { get; init; }

    public required string Code { get; init; }

    public required string Phrase { get; init; }

    public string? BaseLegale { get; init; }

    public required string AuteurRole { get; init; }

    public string? AuteurId { get; init; }

    public string? Etape { get; init; }

    /// <summary>Facts without identity behind the sentence (criteria, weights, dates) as JSON.</summary>
    public string? DonneesJson { get; init; }
}
