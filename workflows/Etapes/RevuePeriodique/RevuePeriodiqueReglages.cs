namespace FranceTravail.Parcours.Workflows.Etapes.RevuePeriodique;

/// <summary>What the service chooses here, and what a territory may set within which bounds; what the law sets is read from it.</summary>
internal static class RevuePeriodiqueReglages
{
    /// <summary>Mornings before the deadline on which its task reminds, in days.</summary>
    public static IReadOnlyList<int> Rappels { get; } = [3, 1];

    public static Reglage Periode { get; } = new("P3M", "P1M", "P12M");

    public static Reglage Preparation { get; } = new("P7D", "P1D", "P21D");
}
