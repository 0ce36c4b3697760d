using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Tests.Banc;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Tests.Droit;

/// <summary>Each decision says under which version of the law it was taken: that of its day, where the person lives.</summary>
public class When_a_decision_names_the_law
{
    [Theory]
    [InlineData("2025-05-31T23:30:00", "62510", "2025-01-01")]
    [InlineData("2025-06-01T00:30:00", "62510", "2025-06-01")]
    [InlineData("2025-05-31T22:00:00", "97105", "2025-01-01")]
    [InlineData("2026-07-01T00:30:00", "62510", "2025-06-01")] // Only how long data are kept changed on that day.
    public void Should_take_the_version_of_the_local_day(string debut, string commune, string version) =>
        Assert.Equal(version, new ParcoursEnMemoire(debut: debut, commune: commune).Etat.Origine!.Droit);

    [Fact]
    public void Should_refuse_a_day_before_every_version() =>
        Assert.Throws<DroitInconnuException>(() => Loi.Au(new LocalDate(2024, 12, 31)).Version);
}
