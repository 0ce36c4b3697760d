using FranceTravail.Parcours.Host.Langue;
using NodaTime;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Langue;

public class When_a_due_date_is_said
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly ZonedDateTime TuesdayMorning = Paris.AtStrictly(new LocalDateTime(2026, 11, 24, 10, 42));

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
