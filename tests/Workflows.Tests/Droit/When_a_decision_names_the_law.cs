using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Droit;

/// <summary>Each decision says which topics of the law it read, each with the version of the local day of its fact.</summary>
public class When_a_decision_names_the_law
{
    [Theory]
    [InlineData("2025-05-31T23:30:00", "62510", "la compétence 2025-01-01")]
    [InlineData("2025-06-01T00:30:00", "62510", "la compétence 2025-06-01")]
    [InlineData("2025-05-31T22:00:00", "97105", "la compétence 2025-01-01")]
    [InlineData("2026-07-01T00:30:00", "62510", "la compétence 2025-06-01")]
    public void Should_take_the_version_of_the_local_day(string debut, string commune, string version)
    {
        var p = new ParcoursEnMemoire(debut: debut, commune: commune);
        Assert.Contains(version, Lu(p));
        Assert.Contains("l’orientation 2025-01-01", Lu(p));
    }

    [Fact]
    public void Should_name_no_topic_that_it_did_not_read() =>
        Assert.DoesNotContain(Lu(new ParcoursEnMemoire()), topic => topic.StartsWith("les sanctions", StringComparison.Ordinal) || topic.StartsWith("les recours", StringComparison.Ordinal));

    [Fact]
    public void Should_refuse_a_day_before_every_version() =>
        Assert.Throws<DroitInconnuException>(() => Loi.Au(new LocalDate(2024, 12, 31)).Inscription);

    private static string[] Lu(ParcoursEnMemoire p) => p.Etat.Origine!.Droit.Split(", ");
}
