using FranceTravail.Parcours.Workflows.Delais;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Etapes.SuiviActivites;

/// <summary>What the service chooses here, and what a territory may set within which bounds; what the law sets is read from it.</summary>
internal static class SuiviActivitesReglages
{
    /// <summary>Mornings before a deadline on which its task reminds, in days.</summary>
    public static IReadOnlyList<int> Rappels { get; } = [1];

    public static Reglage Declaration { get; } = new("P7D", "P3D", "P14D");

    public static Reglage Validation { get; } = new("P7D", "P1D", "P14D");

    /// <summary>The day of a week on which its hours can be declared.</summary>
    public static IsoDayOfWeek Ouverture => IsoDayOfWeek.Friday;

    /// <summary>A closed week can be taken up again so long.</summary>
    public static DelaiLegal RepriseSemaine { get; } = DelaiLegal.EnJours(28);

    /// <summary>Weeks in a row without a declaration after which the référent is asked to call.</summary>
    public static int SilencesAvantAppel => 2;

    /// <summary>To call a person who stays silent.</summary>
    public static DelaiLegal Appel { get; } = DelaiLegal.EnJours(3);

    /// <summary>From the day of a call that was not made to the supervisor.</summary>
    public static DelaiLegal EscaladeAppel { get; } = DelaiLegal.EnJours(4);
}
