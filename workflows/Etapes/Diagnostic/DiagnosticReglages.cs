namespace FranceTravail.Parcours.Workflows.Etapes.Diagnostic;

/// <summary>What the service chooses here, and what a territory may set within which bounds; what the law sets is read from it.</summary>
internal static class DiagnosticReglages
{
    /// <summary>Mornings before the deadline on which its task reminds, in days.</summary>
    public static IReadOnlyList<int> Rappels { get; } = [2];

    public static Reglage Delai { get; } = new("P7D", "P1D", "P15D");
}
