using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>When an event is decided, and what may be read for it.</summary>
/// <param name="Maintenant">The time of the journey.</param>
/// <param name="Referents">Names référents.</param>
internal readonly record struct Moment(Instant Maintenant, IReferents Referents)
{
    /// <summary>Which past of the journey this is.</summary>
    public int Epoque { get; init; } = 1;

    /// <summary>A reset took back what was decided since the state before: what the threads share may be older than what they were told.</summary>
    public bool NouveauPasse { get; init; }
}
