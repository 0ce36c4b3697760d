using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// One run of one stream of a dossier: how far the store followed it. The decisions that its history may not hold yet are kept
/// whole, for a worker that takes up a killed one's task is answered with them.
/// </summary>
[PrimaryKey(nameof(DossierId), nameof(Flux), nameof(RunId))]
public sealed class FluxDossier
{
    public required string DossierId { get; init; }

    /// <summary>Id of the thread that the workflow carries.</summary>
    public required string Flux { get; init; }

    public required string RunId { get; init; }

    /// <summary>One more each time that the stream was given another past.</summary>
    public required int Epoque { get; set; }

    /// <summary>Rank of the last decision that came before this run.</summary>
    public required long Avant { get; init; }

    /// <summary>Rank of the last decision that the store holds.</summary>
    public long Numero { get; set; }

    /// <summary>Up to that one, the decisions that the history may not hold yet, a JSON array in order; null when this run took none yet.</summary>
    public string? Gardees { get; set; }

    public EtatFlux Etat { get; set; }

    /// <summary>When the store last followed it.</summary>
    public Instant SuiviLe { get; set; }
}
