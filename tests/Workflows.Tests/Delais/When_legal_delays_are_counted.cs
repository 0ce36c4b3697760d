using CsCheck;
using FranceTravail.Parcours.Workflows.Delais;
using NodaTime;
using NodaTime.Text;

namespace FranceTravail.Parcours.Workflows.Tests.Delais;

public class When_legal_delays_are_counted
{
    private static readonly Gen<LocalDate> Jours =
        Gen.Int[0, 36_524].Select(j => new LocalDate(2000, 1, 1).PlusDays(j));

    private static readonly Gen<DelaiLegal> Delais =
        Gen.Select(Gen.Int[0, 36], Gen.Int[0, 400]).Select(DelaiLegal.EnMoisEtJours);

    private static readonly Gen<CalendrierCivil> Calendriers =
        Gen.Int[0, CalendriersCivils.Tous.Count - 1].Select(i => CalendriersCivils.Tous[i]);

    [Theory]
    [InlineData("2026-04-21", "P10D", "metropole", "2026-05-04")]
    [InlineData("2026-04-24", "P10D", "metropole", "2026-05-04")]
    [InlineData("2026-05-04", "P10D", "metropole", "2026-05-15")]
    [InlineData("2026-12-15", "P10D", "metropole", "2026-12-28")]
    [InlineData("2026-03-24", "P10D", "metropole", "2026-04-03")]
    [InlineData("2026-03-24", "P10D", "alsace-moselle", "2026-04-03")]
    [InlineData("2026-03-24", "P10D", "alsace-moselle-vendredi-saint", "2026-04-07")]
    [InlineData("2026-01-31", "P1M", "metropole", "2026-03-02")]
    [InlineData("2026-03-14", "P2M", "metropole", "2026-05-15")]
    [InlineData("2026-07-14", "P1M", "metropole", "2026-08-14")]
    public void Should_end_on_the_day_of_the_law(string depart, string delai, string calendrier, string attendu) =>
        Assert.Equal(attendu, Iso(DelaiLegal.Analyser(delai).Echeance(Jour(depart), CalendriersCivils.Trouver(calendrier)!)));

    [Theory]
    [InlineData("2026-12-16", "P10D", "alsace-moselle", "2026-12-28")]
    [InlineData("2025-12-16", "P10D", "metropole", "2025-12-26")]
    [InlineData("2025-12-16", "P10D", "alsace-moselle", "2025-12-29")]
    [InlineData("2026-05-17", "P10D", "guadeloupe", "2026-05-28")]
    [InlineData("2026-05-17", "P10D", "metropole", "2026-05-27")]
    [InlineData("2026-05-12", "P10D", "martinique", "2026-05-26")]
    [InlineData("2027-12-10", "P10D", "reunion", "2027-12-21")]
    [InlineData("2026-04-17", "P10D", "mayotte", "2026-04-28")]
    [InlineData("2026-05-31", "P10D", "guyane", "2026-06-11")]
    [InlineData("2026-09-29", "P10D", "saint-barthelemy", "2026-10-12")]
    public void Should_follow_the_holidays_of_the_place(string depart, string delai, string calendrier, string attendu) =>
        Assert.Equal(attendu, Iso(DelaiLegal.Analyser(delai).Echeance(Jour(depart), CalendriersCivils.Trouver(calendrier)!)));

    [Fact]
    public void Should_count_months_before_days() =>
        Assert.Equal("2026-03-10", Iso(DelaiLegal.Analyser("P1M10D").Terme(Jour("2026-01-31"))));

    [Fact]
    public void Should_count_neither_end_of_a_delai_franc() =>
        Assert.Equal("2026-09-15", Iso(DelaiLegal.EnMois(2).EcheanceFranche(Jour("2026-07-14"), CalendriersCivils.Metropole)));

    [Fact]
    public void Should_never_put_off_a_delay_counted_backwards() =>
        Assert.Equal("2026-05-01", Iso(DelaiLegal.EnJours(10).Avant(Jour("2026-05-11"))));

    [Fact]
    public void Should_always_end_on_a_working_day_and_never_before_the_term() =>
        Gen.Select(Jours, Delais, Calendriers).Sample((depart, delai, calendrier) =>
        {
            var (terme, echeance) = (delai.Terme(depart), delai.Echeance(depart, calendrier));
            return calendrier.EstOuvre(echeance) && echeance >= terme && Period.DaysBetween(terme, echeance) <= 5
                && Enumerable.Range(0, Period.DaysBetween(terme, echeance)).All(j => !calendrier.EstOuvre(terme.PlusDays(j)));
        });

    [Fact]
    public void Should_never_end_sooner_when_it_starts_later() =>
        Gen.Select(Jours, Delais, Calendriers).Sample((depart, delai, calendrier) =>
            delai.Echeance(depart, calendrier) <= delai.Echeance(depart.PlusDays(1), calendrier));

    [Fact]
    public void Should_never_shorten_a_delay_where_there_are_more_holidays() =>
        Gen.Select(Jours, Delais).Sample((depart, delai) =>
            delai.Echeance(depart, CalendriersCivils.Metropole) <= delai.Echeance(depart, CalendriersCivils.AlsaceMoselleVendrediSaint));

    [Fact]
    public void Should_keep_the_day_number_or_take_the_last_day_of_the_month() =>
        Gen.Select(Jours, Gen.Int[1, 36]).Sample((depart, mois) =>
        {
            var terme = DelaiLegal.EnMois(mois).Terme(depart);
            return terme.Day == depart.Day
                || (terme.Day < depart.Day && terme.Day == terme.Calendar.GetDaysInMonth(terme.Year, terme.Month));
        });

    [Fact]
    public void Should_read_back_what_it_writes() =>
        Delais.Sample(delai => DelaiLegal.Analyser(delai.ToString()) == delai);

    [Theory]
    [InlineData("P30D", "P30D")]
    [InlineData("P6W", "P42D")]
    [InlineData("P3M", "P3M")]
    [InlineData("P0D", "P0D")]
    public void Should_write_a_canonical_text(string lu, string ecrit) => Assert.Equal(ecrit, DelaiLegal.Analyser(lu).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("P")]
    [InlineData("30")]
    [InlineData("P-1D")]
    [InlineData("P1Y")]
    [InlineData("PT1H")]
    [InlineData("P1D1M")]
    [InlineData("P9999M")]
    [InlineData("P99999D")]
    [InlineData(" P1D")]
    [InlineData("P3D\n")]
    [InlineData("P٣D")]
    public void Should_refuse_what_is_not_a_delay(string? texte)
    {
        Assert.False(DelaiLegal.Essayer(texte, out _));
        Assert.Throws<FormatException>(() => DelaiLegal.Analyser(texte!));
    }

    [Fact]
    public void Should_refuse_negative_delays()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DelaiLegal.EnJours(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DelaiLegal.EnMois(-1));
    }

    [Theory]
    [InlineData("P30D", "P1D", "P30D", true)]
    [InlineData("P31D", "P1D", "P30D", false)]
    [InlineData("P1M", "P1D", "P30D", false)]
    [InlineData("P28D", "P1D", "P1M", true)]
    [InlineData("P30D", "P1D", "P1M", false)]
    [InlineData("P90D", "P1M", "P12M", true)]
    [InlineData("P1M", "P1M", "P1M", true)]
    [InlineData("P12M", "P1M", "P12M", true)]
    [InlineData("P13M", "P1M", "P12M", false)]
    [InlineData("P4W", "P1D", "P6W", true)]
    public void Should_compare_with_bounds_whatever_the_day_it_starts(string delai, string min, string max, bool dedans) =>
        Assert.Equal(dedans, DelaiLegal.Analyser(delai).EstEntre(DelaiLegal.Analyser(min), DelaiLegal.Analyser(max)));

    [Fact]
    public void Should_end_a_day_at_midnight_of_the_place()
    {
        var jour = Jour("2026-11-24");
        Assert.Equal("2026-11-24T23:00:00Z", InstantPattern.General.Format(CalendriersCivils.Metropole.FinDuJour(jour)));
        Assert.Equal("2026-11-24T20:00:00Z", InstantPattern.General.Format(CalendriersCivils.Reunion.FinDuJour(jour)));
        Assert.Equal("2026-11-25T04:00:00Z", InstantPattern.General.Format(CalendriersCivils.Guadeloupe.FinDuJour(jour)));
    }

    private static LocalDate Jour(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    private static string Iso(LocalDate jour) => LocalDatePattern.Iso.Format(jour);
}
