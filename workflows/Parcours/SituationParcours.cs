using FranceTravail.Parcours.Workflows.Taches;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>The live view of one journey (query <c>Situation</c>), for operators and tests; pages read the case store.</summary>
public sealed record SituationParcours
{
    public required string DossierId { get; init; }
    public required string NoeudId { get; init; }
    public required string Etape { get; init; }
    public required Responsable Responsable { get; init; }

    /// <summary>Null only when the journey is closed.</summary>
    public Echeance? ProchaineEcheance { get; init; }

    public required IReadOnlyList<TacheParcours> Taches { get; init; }

    /// <summary>Partner calls and letters under way.</summary>
    public required IReadOnlyList<string> EnAttente { get; init; }

    /// <summary>When the journey wakes by itself next; null when only an act or an answer can move it.</summary>
    public Instant? ProchainReveil { get; init; }

    public required long Projection { get; init; }
    public bool Clos { get; init; }
}
