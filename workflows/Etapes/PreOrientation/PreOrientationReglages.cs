using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Droit;

namespace FranceTravail.Parcours.Workflows.Etapes.PreOrientation;

/// <summary>What the service chooses here, and what a territory may set within which bounds; what the law sets is read from it.</summary>
internal static class PreOrientationReglages
{
    /// <summary>Mornings before the deadline on which its task reminds, in days.</summary>
    public static IReadOnlyList<int> Rappels { get; } = [5, 1];

    /// <summary>Not on RSA: the law sets no delay.</summary>
    public static Reglage Orientation { get; } = new("P15D", "P1D", "P6W");

    /// <summary>Left to decide once France Travail has taken over an orientation.</summary>
    public static DelaiLegal DecisionApresRelais { get; } = DelaiLegal.EnJours(7);

    /// <summary>RSA: the pace of the service; beyond the delay of the law France Travail orients.</summary>
    public static Reglage OrientationRsa(Loi loi) => new Reglage("P4W", "P1D", null).JusquA(loi.Orientation.DelaiRsa);
}
