namespace FranceTravail.Parcours.Workflows.Etapes.Reorientation;

/// <summary>What the service chooses here, and what a territory may set within which bounds; what the law sets is read from it.</summary>
internal static class ReorientationReglages
{
    /// <summary>Mornings before the deadline on which its task reminds, in days.</summary>
    public static IReadOnlyList<int> Rappels { get; } = [5, 1];

    /// <summary>The decision on another orientation that was asked for: the law sets no delay.</summary>
    public static Reglage Delai { get; } = new("P15D", "P1D", "P6W");
}
