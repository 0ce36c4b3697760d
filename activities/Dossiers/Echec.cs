using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>What a background service could not do for one dossier: tried ever later, then given up until an operator asks for it again.</summary>
[PrimaryKey(nameof(Service), nameof(DossierId))]
public sealed class Echec
{
    /// <summary>The service of a journey whose history is behind what the store has shown.</summary>
    public const string Depasse = "parcours en retard sur la base";

    /// <summary>The service of a journey that waits for a decision which fails at each try.</summary>
    public const string DecisionImpossible = "décision impossible";

    public required string Service { get; init; }

    public required string DossierId { get; init; }

    public required int Essais { get; set; }

    /// <summary>First failure, in real time.</summary>
    public required Instant Depuis { get; init; }

    /// <summary>When it is tried again, in real time; null once given up.</summary>
    public Instant? ProchainEssai { get; set; }

    /// <summary>Why, for an operator; no personal data.</summary>
    public required string Motif { get; set; }
}
