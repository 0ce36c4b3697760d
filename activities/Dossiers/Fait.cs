using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>Something that happened, in a French sentence. Never changed nor removed: the context and the database both refuse it.</summary>
[PrimaryKey(nameof(DossierId), nameof(Flux), nameof(Epoque), nameof(Sequence))]
public sealed class Fait
{
    public required string DossierId { get; init; }

    /// <summary>Stream that it belongs to.</summary>
    public required string Flux { get; init; }

    /// <summary>Which past of the stream.</summary>
    public required int Epoque { get; init; }

    /// <summary>Rank of the decision that established it.</summary>
    public required long Decision { get; init; }

    /// <summary>Thread that it belongs to.</summary>
    public required string FilId { get; init; }

    /// <summary>A reset took back the decision that established it: kept, marked, and in no list of what happened.</summary>
    public bool Abandonne { get; internal set; }

    /// <summary>Rank in the stream, from 1.</summary>
    public required long Sequence { get; init; }

    public required Instant Le { get; init; }

    public required string Code { get; init; }

    public required string Phrase { get; init; }

    public string? BaseLegale { get; init; }

    public TonFait Ton { get; init; }

    public required RoleActeur AuteurRole { get; init; }

    public required string AuteurId { get; init; }

    public required string NoeudId { get; init; }

    /// <summary>Facts without identity behind the sentence: criteria, weights, dates, references of stored texts.</summary>
    public IReadOnlyDictionary<string, string> Donnees { get; init; } = new Dictionary<string, string>();
}
