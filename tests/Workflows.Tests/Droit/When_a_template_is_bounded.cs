using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Droit;

namespace FranceTravail.Parcours.Workflows.Tests.Droit;

/// <summary>What a template may set never goes beyond the law of the same day, whichever version changes.</summary>
public class When_a_template_is_bounded
{
    public static TheoryData<string> Versions => [.. Lois.Nationales.Contrat.Toutes.Select(v => v.Version.Nom).Union(Lois.Nationales.Modele.Toutes.Select(v => v.Version.Nom))];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Should_stay_within_the_law(string version)
    {
        var loi = Loi.Au(NodaTime.Text.LocalDatePattern.Iso.Parse(version).Value);
        var modele = loi.Modele;
        Assert.Equal((loi.Contrat.PlancherHebdomadaire, loi.Contrat.PlafondHebdomadaire), (Nombre(modele.HeuresContrat.Min), Nombre(modele.HeuresContrat.Max)));
        Assert.Equal(loi.Contrat.DelaiSignature.Duree, DelaiLegal.Analyser(modele.SignatureContrat.Min));
        Assert.Equal(loi.Contrat.DelaiSignature.Duree, DelaiLegal.Analyser(modele.SignatureContrat.Max));
        Assert.Equal(loi.Orientation.DelaiRsa.Duree, DelaiLegal.Analyser(modele.OrientationRsa.Max));
        Assert.Equal(loi.Orientation.PremierRendezVous.Duree, DelaiLegal.Analyser(modele.PremierRendezVous.Max));
    }

    private static decimal Nombre(string texte) => decimal.Parse(texte, System.Globalization.CultureInfo.InvariantCulture);
}
