using System.Globalization;
using FranceTravail.Parcours.Workflows.Droit;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>What the service chooses here, and what a territory may set within which bounds; what the law sets is read from it.</summary>
internal static class ContratEngagementReglages
{
    public static Reglage Rappels { get; } = new("7,2", "1", "20");

    /// <summary>Within which the organisation answers a person, in hours, when the contract says so.</summary>
    public static int HeuresReponse => 48;

    /// <summary>No territory shortens or lengthens it.</summary>
    public static Reglage Signature(Loi loi)
    {
        var delai = loi.Contrat.DelaiSignature.Duree.ToString();
        return new(delai, delai, delai, loi.Contrat.DelaiSignature.Articles[0]);
    }

    public static Reglage Heures(Loi loi)
    {
        var plancher = Nombre(loi.Contrat.PlancherHebdomadaire);
        return new(plancher, plancher, Nombre(loi.Contrat.PlafondHebdomadaire), loi.Contrat.Heures);
    }

    private static string Nombre(decimal heures) => heures.ToString("0.##", CultureInfo.InvariantCulture);
}
