namespace FranceTravail.Parcours.Workflows.Etapes.Inscription;

/// <summary>What the service chooses here, and what a territory may set within which bounds; what the law sets is read from it.</summary>
internal static class InscriptionReglages
{
    public static Reglage Reponse { get; } = new("P2D", "P1D", "P5D");
}
