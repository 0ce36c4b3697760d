using FranceTravail.Parcours.Host.Langue;
using NodaTime;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Langue;

public class When_dates_are_written_in_French
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly ZonedDateTime TuesdayMorning = Paris.AtStrictly(new LocalDateTime(2026, 11, 24, 10, 42));

    [Fact]
    public void Should_say_the_day_its_date_and_its_year() =>
        Assert.Equal("mardi\u00a024\u00a0novembre\u00a02026", Francais.DateLongue(new(2026, 11, 24)));

    [Fact]
    public void Should_say_first_for_the_first_of_a_month() => Assert.Equal("1er\u00a0décembre", Francais.JourEtMois(new(2026, 12, 1), 2026));

    [Fact]
    public void Should_not_say_first_for_the_eleventh() => Assert.Equal("11\u00a0novembre", Francais.JourEtMois(new(2026, 11, 11), 2026));

    [Fact]
    public void Should_say_the_year_when_it_is_another() => Assert.Equal("24\u00a0décembre\u00a02026", Francais.JourEtMois(new(2026, 12, 24), 2027));

    [Theory]
    [InlineData(15, "15\u00a0h")]
    [InlineData(16.5, "16\u00a0h\u00a030")]
    [InlineData(0.25, "0\u00a0h\u00a015")]
    public void Should_say_hours_and_minutes(double hours, string expected) => Assert.Equal(expected, Francais.Duree((decimal)hours));

    [Theory]
    [InlineData(0, "0\u00a0personne")]
    [InlineData(1, "1\u00a0personne")]
    [InlineData(12480, "12\u00a0480\u00a0personnes")]
    public void Should_count_with_the_plural_from_two(long count, string expected) => Assert.Equal(expected, Francais.Compte(count, "personne", "personnes"));

    [Fact]
    public void Should_say_in_words_by_how_many_days_it_is_late()
    {
        Expect("retard", "En\u00a0retard de\u00a02\u00a0jours", new(2026, 11, 22));
        Expect("retard", "En\u00a0retard de\u00a01\u00a0jour", new(2026, 11, 23));
    }

    [Fact]
    public void Should_be_today_until_midnight() => Expect("jour", "Aujourd’hui", new(2026, 11, 24));

    [Fact]
    public void Should_name_the_weekday_of_a_near_date() => Expect("neutre", "Jeu.\u00a026\u00a0nov.", new(2026, 11, 26));

    [Fact]
    public void Should_name_the_year_of_a_far_date() => Expect("neutre", "24\u00a0nov.\u00a02027", new(2027, 11, 24));

    [Fact]
    public void Should_be_late_the_same_day_when_an_hour_was_set()
    {
        var due = Paris.AtStrictly(new LocalDateTime(2026, 11, 24, 9, 30)).ToInstant();
        var read = EcartDeJours.De(new(2026, 11, 24), due, TuesdayMorning);
        Assert.Equal(("retard", "En\u00a0retard depuis\u00a09\u00a0h\u00a030"), (read.Classe, read.Texte));
    }

    private static void Expect(string classe, string texte, LocalDate jour)
    {
        var read = EcartDeJours.De(jour, Paris.AtStartOfDay(jour.PlusDays(1)).ToInstant(), TuesdayMorning);
        Assert.Equal((classe, texte), (read.Classe, read.Texte));
    }
}
