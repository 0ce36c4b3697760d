namespace FranceTravail.Parcours.Workflows.Etapes.Sollicitation;

/// <summary>What the service chooses here, and what a territory may set within which bounds; what the law sets is read from it.</summary>
internal static class SollicitationReglages
{
    /// <summary>The answer to a request of the person: a promise of the service, no law.</summary>
    public static Reglage Delai { get; } = new("P2D", "P1D", "P15D");
}
