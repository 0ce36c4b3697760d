using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Partenaires.Agenda;
using FranceTravail.Parcours.Host.Simulateurs.Pannes;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;
using FranceTravail.Parcours.Workflows.Partenaires.Agenda;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static FranceTravail.Parcours.Activities.Tests.Partenaires.PartenairesTests;

namespace FranceTravail.Parcours.Activities.Tests.Partenaires;

public sealed class AgendaTests
{
    private static readonly Instant Debut = Instant.FromUtc(2027, 12, 13, 0, 0);
    private static readonly TimeProvider Clock = new FixedClock(Debut.ToDateTimeOffset());

    [Theory]
    [InlineData("c-reunion-1", "97411", "Indian/Reunion", 12, 20)]
    [InlineData("c-rhone-1", "69123", "Europe/Paris", 12, 24)]
    public async Task Should_offer_slots_of_office_hours_on_working_days(string referent, string commune, string zone, int month, int day)
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: Clock);
        var slots = await Agenda(simulateurs).CreneauxAsync(referent, Debut, Debut + Duration.FromDays(30), commune, default);
        var local = slots.Select(s => s.Debut.ToInstant().InZone(DateTimeZoneProviders.Tzdb[zone])).ToList();
        Assert.InRange(local.Count, 80, 160);
        Assert.All(local, s => Assert.InRange(s.Hour, 9, 15));
        Assert.DoesNotContain(local, s => s.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
        Assert.DoesNotContain(local, s => s.Date == new LocalDate(2028, 1, 1) || s.Date == new LocalDate(2027, 12, 25));
        Assert.Equal(zone == "Europe/Paris", local.Any(s => s.Date == new LocalDate(2027, month, day)));
    }

    [Fact]
    public async Task Should_say_where_each_receives()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: Clock);
        foreach (var conseiller in Conseillers.Initiaux.Where(c => !c.Encadrant))
        {
            var booked = await Activites(simulateurs).ReserverAsync(UneDemande($"d-{conseiller.Id}", conseiller.Id));
            Assert.Equal((CanalRendezVous.SurPlace, conseiller.Id), (booked.Lieu!.Canal, booked.Agenda));
            var place = Lieux.Initiaux.Single(l => l.Nom == booked.Lieu.Nom);
            Assert.Equal((conseiller.Territoire, conseiller.Organisme, conseiller.Autorite, place.Adresse, place.Telephone), (place.Territoire, place.Organisme, place.Autorite, booked.Lieu.Adresse, booked.Lieu.Telephone));
            Assert.Contains("simulé", place.Nom);
        }
    }

    [Fact]
    public async Task When_the_referent_has_no_slot_left_somebody_replaces_her()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: Clock);
        var premier = (await Agenda(simulateurs).CreneauxAsync("c-rhone-1", Debut, Debut + Duration.FromDays(30), "69123", default))[0];
        Appel<ReservationDemandee> Le(string dossier)
        {
            var demande = UneDemande(dossier);
            return demande with { Contenu = demande.Contenu with { Agendas = ["c-rhone-1", "c-rhone-2"], AuPlusTot = premier.Debut.ToInstant(), AuPlusTard = premier.Debut.ToInstant() + Duration.FromHours(4) } };
        }

        List<string?> qui = [];
        for (var i = 0; i < 6; i++)
        {
            qui.Add((await Activites(simulateurs).ReserverAsync(Le($"d{i}"))).Agenda);
        }

        Assert.Equal("c-rhone-1", qui[0]);
        Assert.Contains("c-rhone-2", qui);
        Assert.Equal(qui.OrderBy(q => q is null).ThenBy(q => q, StringComparer.Ordinal), qui);
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{ "nom": "Agence", "telephone": "01" }""", false)]
    [InlineData("""{ "nom": "Agence", "adresse": "1 rue", "telephone": "" }""", false)]
    [InlineData("""{ "nom": "Agence", "adresse": "1 rue", "telephone": "01", "canal": "pigeon" }""", false)]
    [InlineData("""{ "nom": "Agence", "adresse": "1 rue", "telephone": "01", "canal": "visio" }""", false)]
    [InlineData("""{ "nom": "Agence", "adresse": "1 rue", "telephone": "01", "canal": "visio", "visio": "https://v.example" }""", true)]
    [InlineData("""{ "nom": "Agence", "adresse": "1 rue", "telephone": "01", "canal": "telephone" }""", true)]
    [InlineData("""{ "nom": "Agence", "adresse": "1 rue", "telephone": "01" }""", true)]
    public void When_an_agenda_says_a_place_by_half_it_is_no_place(string lieu, bool complet) =>
        Assert.Equal(complet, System.Text.Json.JsonSerializer.Deserialize<LieuAgenda>(lieu, System.Text.Json.JsonSerializerOptions.Web)!.Complet() is not null);

    [Fact]
    public async Task When_many_book_at_once_nobody_shares_a_slot()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: Clock);
        var booked = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => AsTemporalDoesAsync(() => Activites(simulateurs).ReserverAsync(UneDemande($"d{i}")))));
        Assert.Equal(40, booked.Select(b => b.Debut).Distinct().Count());
    }

    [Fact]
    public async Task When_answers_are_lost_nobody_holds_two_slots()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: Clock);
        await simulateurs.ReglerAsync("Agenda", new Reglage(TauxReponsePerdue: 0.5));
        var booked = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AsTemporalDoesAsync(() => Activites(simulateurs).ReserverAsync(UneDemande($"d{i}")))));
        await simulateurs.ReglerAsync("Agenda", new Reglage());

        var free = await Agenda(simulateurs).CreneauxAsync("c-rhone-1", Debut, Debut + Duration.FromDays(30), "69123", default);
        await using var untouched = await Simulateurs.DemarrerAsync(clock: Clock);
        var all = await Agenda(untouched).CreneauxAsync("c-rhone-1", Debut, Debut + Duration.FromDays(30), "69123", default);
        Assert.Equal(20, all.Count - free.Count);
        Assert.Equal(20, booked.Select(b => b.ReservationId).Distinct().Count());
    }

    [Fact]
    public async Task When_the_last_slot_was_booked_but_its_answer_lost_the_next_try_still_finds_it()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: Clock);
        var first = (await Agenda(simulateurs).CreneauxAsync("c-rhone-1", Debut, Debut + Duration.FromDays(30), "69123", default))[0];
        var demande = UneDemande("d1");
        demande = demande with { Contenu = demande.Contenu with { AuPlusTard = first.Debut.ToInstant() + Duration.FromMinutes(1) } };
        var booked = await Activites(simulateurs).ReserverAsync(demande);
        Assert.Equal(booked, await Activites(simulateurs).ReserverAsync(demande));
        Assert.Null((await Activites(simulateurs).ReserverAsync(demande with { Cle = "autre", DossierId = "d2" })).ReservationId);
    }

    [Fact]
    public async Task When_a_slot_is_given_back_somebody_else_can_have_it()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: Clock);
        var mine = await Activites(simulateurs).ReserverAsync(UneDemande("d1"));
        var back = new Appel<LiberationDemandee> { Cle = "d1/n1#1/liberation", DossierId = "d1", Contenu = new() { ReservationId = mine.ReservationId! } };
        await Activites(simulateurs).LibererAsync(back);
        await Activites(simulateurs).LibererAsync(back);
        Assert.Equal(mine.Debut, (await Activites(simulateurs).ReserverAsync(UneDemande("d2"))).Debut);
    }

    [Fact]
    public async Task When_the_morning_is_asked_the_slot_is_in_the_morning_of_the_place()
    {
        await using var simulateurs = await Simulateurs.DemarrerAsync(clock: Clock);
        var reunion = UneDemande("d1", "reunion", "97411");
        var morning = await Activites(simulateurs).ReserverAsync(reunion with { Contenu = reunion.Contenu with { Moment = MomentJournee.Matin } });
        var afternoon = await Activites(simulateurs).ReserverAsync(reunion with { Cle = "autre", Contenu = reunion.Contenu with { Moment = MomentJournee.ApresMidi } });
        Assert.Equal(5, morning.Debut.InUtc().Hour);
        Assert.Equal((9, 30), (afternoon.Debut.InUtc().Hour, afternoon.Debut.InUtc().Minute));
    }

    /// <summary>An agenda that knows no holiday of the place: everything it offers is on 20 December 2027, a Monday, but the last.</summary>
    [Theory]
    [InlineData("97411", "2027-12-21", 0)]
    [InlineData("69123", "2027-12-20", 0)]
    public async Task When_an_agenda_offers_a_holiday_of_the_commune_the_next_slot_is_booked(string commune, string jour, int ecartes)
    {
        await using var agenda = await PartenaireFactice.AgendaAsync("2027-12-20T09:00:00+01:00", "2027-12-20T11:00:00+01:00", "2027-12-21T09:00:00+01:00");
        var faite = await ReserverAsync(agenda, commune);
        Assert.Equal((jour, ecartes), (faite.Debut.InUtc().Date.ToString("uuuu-MM-dd", null), faite.Ecartes));
    }

    [Fact]
    public async Task When_an_agenda_offers_nothing_but_holidays_no_slot_is_booked_and_it_is_said_why()
    {
        await using var agenda = await PartenaireFactice.AgendaAsync("2027-12-20T09:00:00+01:00", "2027-12-20T11:00:00+01:00");
        var faite = await ReserverAsync(agenda, "97411");
        Assert.Equal((null, 2), (faite.ReservationId, faite.Ecartes));
    }

    private static async Task<ReservationFaite> ReserverAsync(PartenaireFactice agenda, string commune)
    {
        await using var dossier = new DossierDeDonnees(partenaires: new Activities.Partenaires.PartenairesOptions { Adresse = agenda.Address });
        return await dossier.Activites<AgendaActivities>().ReserverAsync(UneDemande("d1", commune: commune));
    }

    private static AgendaClient Agenda(Simulateurs simulateurs) => simulateurs.Dossier.Services.GetRequiredService<AgendaClient>();

    private static Appel<ReservationDemandee> UneDemande(string dossier, string referent = "c-rhone-1", string commune = "69123") => new()
    {
        Cle = $"{dossier}/n1#1/convocation-1",
        DossierId = dossier,
        Contenu = new()
        {
            Agendas = [referent],
            Motif = "premier-rendez-vous",
            AuPlusTot = Debut,
            AuPlusTard = Debut + Duration.FromDays(30),
            Commune = commune,
        },
    };

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private static AgendaActivities Activites(Simulateurs simulateurs) => simulateurs.Dossier.Activites<AgendaActivities>();
}
