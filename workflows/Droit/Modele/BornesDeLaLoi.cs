namespace FranceTravail.Parcours.Workflows.Droit.Modele;

/// <summary>The settings of a template that the law bounds: taken from its own rules, so that a new version of the law moves them by itself.</summary>
internal static class BornesDeLaLoi
{
    /// <summary>Beyond the delay of the law France Travail orients.</summary>
    public static Reglage OrientationRsa(Loi loi) => JusquA(loi.Modele.OrientationRsa, loi.Orientation.DelaiRsa);

    public static Reglage PremierRendezVous(Loi loi) => JusquA(loi.Modele.PremierRendezVous, loi.Orientation.PremierRendezVous);

    /// <summary>Before the delay is over.</summary>
    public static Reglage AlertePremierRendezVous(Loi loi) => JusquA(loi.Modele.AlertePremierRendezVous, loi.Orientation.PremierRendezVous) with { Article = null };

    /// <summary>No territory shortens or lengthens it.</summary>
    public static Reglage SignatureContrat(Loi loi)
    {
        var delai = loi.Contrat.DelaiSignature.Duree.ToString();
        return new(delai, delai, delai, loi.Contrat.DelaiSignature.Articles[0]);
    }

    public static Reglage HeuresContrat(Loi loi)
    {
        var plancher = Nombre(loi.Contrat.PlancherHebdomadaire);
        return new(plancher, plancher, Nombre(loi.Contrat.PlafondHebdomadaire), loi.Contrat.Heures);
    }

    private static Reglage JusquA(Reglage choix, DelaiDeDroit delai)
    {
        var reglage = choix with { Max = delai.Duree.ToString(), Article = delai.Articles[0] };
        return reglage.ParDefaut is null ? reglage with { ParDefaut = reglage.Max } : reglage;
    }

    private static string Nombre(decimal heures) => heures.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
