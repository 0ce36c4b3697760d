using FranceTravail.Parcours.Workflows.Serialisation;

namespace FranceTravail.Parcours.Workflows.Parcours.Decisions;

/// <summary>
/// The formats of a recorded decision. A passage leaves <see cref="Decision.Changements"/> alone: they change a state of their own
/// time, and that state is brought up when it is read.
/// </summary>
public static class VersionsDecision
{
    /// <summary>Every change of a decision's JSON is a passage here.</summary>
    public static Versions Versions { get; } = new("La décision d’un parcours");
}
