using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>
/// One run of one stream of a dossier: how far the store followed it. The last decision is kept whole, for a worker that was
/// killed before its history held it is answered with it.
/// </summary>
[PrimaryKey(nameof(DossierId), nameof(Flux), nameof(RunId))]
public sealed class FluxDossier
{
    public required string DossierId { get; init; }

    /// <summary>Id of the thread that the workflow carries.</summary>
    public required string Flux { get; init; }

    public required string RunId { get; init; }

    /// <summary>One more each time that a reset gave the stream another past.</summary>
    public required int Epoque { get; init; }

    /// <summary>Rank of the last decision that came before this run.</summary>
    public required long Avant { get; init; }

    /// <summary>Rank of the last decision that the store holds.</summary>
    public long Numero { get; set; }

    /// <summary>That decision, in JSON; null when this run took none yet.</summary>
    public string? DerniereDecision { get; set; }

    public EtatFlux Etat { get; set; }

    /// <summary>When the store last followed it.</summary>
    public Instant SuiviLe { get; set; }
}
