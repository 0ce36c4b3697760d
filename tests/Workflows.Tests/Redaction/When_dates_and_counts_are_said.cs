using FranceTravail.Parcours.Workflows.Redaction;

namespace FranceTravail.Parcours.Workflows.Tests.Redaction;

public class When_dates_and_counts_are_said
{
    [Fact]
    public void Should_say_the_day_its_date_and_its_year() =>
        Assert.Equal("mardi 24\u00a0novembre 2026", Francais.DateLongue(new(2026, 11, 24)));

    [Fact]
    public void Should_say_first_for_the_first_of_a_month() => Assert.Equal("1ᵉʳ\u00a0décembre", Francais.Date(new(2026, 12, 1), 2026));

    [Fact]
    public void Should_not_say_first_for_the_eleventh() => Assert.Equal("11\u00a0novembre", Francais.Date(new(2026, 11, 11), 2026));

    [Fact]
    public void Should_say_the_year_when_it_is_another() => Assert.Equal("24\u00a0décembre 2026", Francais.Date(new(2026, 12, 24), 2027));

    [Fact]
    public void Should_not_break_what_stands_in_a_narrow_place()
    {
        Assert.Equal("jeu.\u00a026\u00a0nov.", Francais.JourEtDateCourts(new(2026, 11, 26)));
        Assert.Equal("26\u00a0juill.\u00a02027", Francais.DateCourte(new(2027, 7, 26), 2026));
    }

    [Fact]
    public void Should_write_figures_as_on_a_form() => Assert.Equal("02/07/1984", Francais.EnChiffres(new(1984, 7, 2)));

    [Theory]
    [InlineData(15, "15\u00a0h")]
    [InlineData(16.5, "16\u00a0h\u00a030")]
    [InlineData(0.25, "0\u00a0h\u00a015")]
    public void Should_say_hours_and_minutes(double hours, string expected) => Assert.Equal(expected, Francais.Heures((decimal)hours));

    [Theory]
    [InlineData(0, "0\u00a0personne")]
    [InlineData(1, "1\u00a0personne")]
    [InlineData(12480, "12\u00a0480\u00a0personnes")]
    public void Should_count_with_the_plural_from_two(long count, string expected) => Assert.Equal(expected, Francais.Compte(count, "personne", "personnes"));
}
