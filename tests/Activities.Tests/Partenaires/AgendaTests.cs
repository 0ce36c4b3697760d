using FranceTravail.Parcours.Activities.Partenaires.Agenda;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Partenaires.Agenda;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static FranceTravail.Parcours.Activities.Tests.Partenaires.PartenairesTests;

namespace FranceTravail.Parcours.Activities.Tests.Partenaires;

public sealed class AgendaTests
{
    private static readonly Instant _debut = Instant.FromUtc(2027, 12, 13, 0, 0);
    private static readonly TimeProvider _clock = new FixedClock(_debut.ToDateTimeOffset());

    [Theory]
    [InlineData("c-reunion-1", "Indian/Reunion", 12, 20)]
    [InlineData("c-rhone-1", "Europe/Paris", 12, 24)]
    public async Task Should_offer_slots_of_office_hours_on_working_days(string referent, string zone, int month, int day)
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: _clock);
        var slots = await Agenda(simulateurs).CreneauxAsync(referent, _debut, _debut + Duration.FromDays(30), zone, default);
        var local = slots.Select(s => s.Debut.ToInstant().InZone(DateTimeZoneProviders.Tzdb[zone])).ToList();
        Assert.InRange(local.Count, 80, 160);
        Assert.All(local, s => Assert.InRange(s.Hour, 9, 15));
        Assert.DoesNotContain(local, s => s.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
        Assert.DoesNotContain(local, s => s.Date == new LocalDate(2028, 1, 1) || s.Date == new LocalDate(2027, 12, 25));
        Assert.Equal(zone == "Europe/Paris", local.Any(s => s.Date == new LocalDate(2027, month, day)));
    }

    [Fact]
    public async Task When_many_book_at_once_nobody_shares_a_slot()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: _clock);
        var booked = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AsTemporalDoesAsync(() => Activites(simulateurs).ReserverAsync(UneDemande($"d{i}")))));
        Assert.Equal(40, booked.Select(b => b.Debut).Distinct().Count());
    }

    [Fact]
    public async Task When_answers_are_lost_nobody_holds_two_slots()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: _clock);
        await simulateurs.ReglerAsync(Partenaire.Agenda, new Reglage(TauxReponsePerdue: 0.5));
        var booked = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AsTemporalDoesAsync(() => Activites(simulateurs).ReserverAsync(UneDemande($"d{i}")))));
        await simulateurs.ReglerAsync(Partenaire.Agenda, new Reglage());

        var free = await Agenda(simulateurs).CreneauxAsync("c-rhone-1", _debut, _debut + Duration.FromDays(30), "Europe/Paris", default);
        await using var untouched = await Simulateurs.DemarrerAsync(clock: _clock);
        var all = await Agenda(untouched).CreneauxAsync("c-rhone-1", _debut, _debut + Duration.FromDays(30), "Europe/Paris", default);
        Assert.Equal(20, all.Count - free.Count);
        Assert.Equal(20, booked.Select(b => b.ReservationId).Distinct().Count());
    }

    [Fact]
    public async Task When_the_last_slot_was_booked_but_its_answer_lost_the_next_try_still_finds_it()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: _clock);
        var first = (await Agenda(simulateurs).CreneauxAsync("c-rhone-1", _debut, _debut + Duration.FromDays(30), "Europe/Paris", default))[0];
        var demande = UneDemande("d1");
        demande = demande with { Contenu = demande.Contenu with { AuPlusTard = first.Debut.ToInstant() + Duration.FromMinutes(1) } };
        var booked = await Activites(simulateurs).ReserverAsync(demande);
        Assert.Equal(booked, await Activites(simulateurs).ReserverAsync(demande));
        Assert.Null((await Activites(simulateurs).ReserverAsync(demande with { Cle = "autre", DossierId = "d2" })).ReservationId);
    }

    [Fact]
    public async Task When_a_slot_is_given_back_somebody_else_can_have_it()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: _clock);
        var mine = await Activites(simulateurs).ReserverAsync(UneDemande("d1"));
        var back = new Appel<LiberationDemandee> { Cle = "d1/n1#1/liberation", DossierId = "d1", Contenu = new() { ReservationId = mine.ReservationId! } };
        await Activites(simulateurs).LibererAsync(back);
        await Activites(simulateurs).LibererAsync(back);
        Assert.Equal(mine.Debut, (await Activites(simulateurs).ReserverAsync(UneDemande("d2"))).Debut);
    }

    [Fact]
    public async Task When_the_morning_is_asked_the_slot_is_in_the_morning_of_the_place()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: _clock);
        var reunion = UneDemande("d1", "reunion", "Indian/Reunion");
        var morning = await Activites(simulateurs).ReserverAsync(reunion with { Contenu = reunion.Contenu with { Moment = MomentJournee.Matin } });
        var afternoon = await Activites(simulateurs).ReserverAsync(reunion with { Cle = "autre", Contenu = reunion.Contenu with { Moment = MomentJournee.ApresMidi } });
        Assert.Equal(5, morning.Debut.InUtc().Hour);
        Assert.Equal((9, 30), (afternoon.Debut.InUtc().Hour, afternoon.Debut.InUtc().Minute));
    }

    private static AgendaClient Agenda(Simulateurs simulateurs) => simulateurs.Dossier.Services.GetRequiredService<AgendaClient>();

    private static Appel<ReservationDemandee> UneDemande(string dossier, string referent = "c-rhone-1", string zone = "Europe/Paris") => new()
    {
        Cle = $"{dossier}/n1#1/convocation-1",
        DossierId = dossier,
        Contenu = new()
        {
            ReferentId = referent,
            Motif = "premier-rendez-vous",
            AuPlusTot = _debut,
            AuPlusTard = _debut + Duration.FromDays(30),
            Zone = zone,
        },
    };

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
