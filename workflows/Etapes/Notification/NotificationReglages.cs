using FranceTravail.Parcours.Workflows.Delais;

namespace FranceTravail.Parcours.Workflows.Etapes.Notification;

/// <summary>What the service chooses here, and what a territory may set within which bounds; what the law sets is read from it.</summary>
internal static class NotificationReglages
{
    /// <summary>Mornings before the deadline on which its task reminds, in days.</summary>
    public static IReadOnlyList<int> Rappels { get; } = [3];

    /// <summary>A notice still without proof of receipt is asked about again.</summary>
    public static DelaiLegal Relance { get; } = DelaiLegal.EnJours(7);

    /// <summary>To find out the receipt of a notice.</summary>
    public static DelaiLegal Recherche { get; } = DelaiLegal.EnJours(15);
}
