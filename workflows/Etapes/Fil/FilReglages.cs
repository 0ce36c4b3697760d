namespace FranceTravail.Parcours.Workflows.Etapes.Fil;

/// <summary>What the service chooses here, and what a territory may set within which bounds; what the law sets is read from it.</summary>
internal static class FilReglages
{
    /// <summary>How many threads of one kind may be open at once.</summary>
    public static Reglage Ouverts { get; } = new("1", "1", "20");
}
