using System.Net;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using NodaTime;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Where, how, how long and with whom: on the page of the person, on those of the counsellor, and in a file for an agenda.</summary>
public class When_an_appointment_is_shown(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly string[] Said = ["14 rue de la Perche, 62300 Lens", "45 minutes", "Anna Nowak"];

    [Fact]
    public async Task Should_tell_both_sides_where_it_is_and_with_whom()
    {
        var (dossier, meeting) = await AvecRendezVousAsync("Attendue");
        using var person = web.Visiteur();
        await person.EntrerAsync("personne", dossier.Id);
        var hers = Plain(await person.PageAsync("/mon-parcours"));
        Assert.All([.. Said, "Pour nous joindre : 01 99 00 31 13", $"/rendez-vous/{dossier.Id}/{meeting.Id}.ics"], said => Assert.Contains(said, hers, StringComparison.Ordinal));
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        var theirs = Plain(await counsellor.PageAsync($"/dossiers/{dossier.Id}"));
        Assert.All([.. Said, "confirmé"], said => Assert.Contains(said, theirs, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_be_a_file_for_her_and_her_counsellors_and_nobody_else()
    {
        var (dossier, meeting) = await AvecRendezVousAsync("Agenda");
        var (other, _) = await AvecRendezVousAsync("Autre");
        var path = $"/rendez-vous/{dossier.Id}/{meeting.Id}.ics";
        using var person = web.Visiteur();
        await person.EntrerAsync("personne", dossier.Id);
        var file = await person.GetAsync(path);
        Assert.Equal("text/calendar", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("LOCATION:Agence de Lens\\, 14 rue de la Perche\\, 62300 Lens", (await file.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var (role, id, status) in new[] { ("conseiller", Dossiers.Counsellor, HttpStatusCode.OK), ("conseiller", "c-rhone-1", HttpStatusCode.NotFound), ("personne", other.Id, HttpStatusCode.NotFound) })
        {
            using var visitor = web.Visiteur();
            await visitor.EntrerAsync(role, id);
            Assert.Equal(status, (await visitor.GetAsync(path)).StatusCode);
        }

        using var nobody = web.Visiteur();
        Assert.Equal("/connexion", (await nobody.GetAsync(path)).Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Should_tell_who_receives_today_what_the_person_needs()
    {
        var (dossier, meeting) = await AvecRendezVousAsync("Besoins", today: true);
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", meeting.ConseillerId!);
        Assert.Contains("Il lui faut un accès sans marche et un interprète (tamoul).", await counsellor.PageAsync("/ma-journee"), StringComparison.Ordinal);
        Assert.Contains("Il lui faut <b>un accès sans marche et un interprète (tamoul)</b>.", await counsellor.PageAsync($"/dossiers/{dossier.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_what_absent_means_before_the_click_that_counts()
    {
        var dossier = Dossiers.Open("Absente", 20);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "confirmer la présence");
        task.Gestes =
        [
            new() { Code = "presente", Libelle = "Présente", Principal = true },
            new() { Code = "absente", Libelle = "Absente", Explication = "Ce n’est pas un manquement." },
        ];
        await web.EcrireAsync(dossier, task);
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        foreach (var path in new[] { "/ma-journee", $"/dossiers/{dossier.Id}" })
        {
            var page = await counsellor.PageAsync(path);
            var absent = page[page.IndexOf($"id=\"geste-{dossier.Id}-{task.Id}-absente\"", StringComparison.Ordinal)..];
            Assert.True(absent.IndexOf("<summary", StringComparison.Ordinal) < absent.IndexOf("Ce n’est pas un manquement.", StringComparison.Ordinal));
            Assert.True(absent.IndexOf("Ce n’est pas un manquement.", StringComparison.Ordinal) < absent.IndexOf("type=\"submit\"", StringComparison.Ordinal));
        }

        Assert.Contains("Ce n’est pas un manquement.", await counsellor.PageAsync($"/taches/{dossier.Id}/{task.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_count_as_placed_who_was_expected_long_ago_and_of_whom_nobody_said_anything()
    {
        foreach (var (nom, since) in new[] { ("Tantot", Duration.FromHours(1)), ("Jadis", Duration.FromDays(10)) })
        {
            var dossier = Dossiers.Open(nom, 12);
            dossier.ReferentId = "c-pas-de-calais-4";
            await web.EcrireAsync(
                dossier,
                new EtapeParcours { DossierId = dossier.Id, NoeudId = "n3", Type = "Parcours.PremierRendezVous", Titre = "Premier rendez-vous", Statut = StatutEtape.EnCours },
                new RendezVous { DossierId = dossier.Id, Id = $"{dossier.Id}-r1", Debut = Dossiers.Now - since, Fin = Dossiers.Now, ConseillerId = dossier.ReferentId, Statut = StatutRendezVous.AConstater });
        }

        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", "c-pas-de-calais-4");
        Assert.Contains("1 placée · 0 à risque · 1 sans créneau", Plain(await counsellor.PageAsync("/ma-journee")), StringComparison.Ordinal);
    }

    private async Task<(Dossier, RendezVous)> AvecRendezVousAsync(string nom, bool today = false)
    {
        var dossier = Dossiers.Open(nom, 20);
        dossier.Besoins = new() { AccesSansMarche = true, LangueInterprete = "tamoul" };
        var start = today ? DateTimeZoneProviders.Tzdb["Europe/Paris"].AtStartOfDay(SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Date).ToInstant() + Duration.FromHours(12) : Dossiers.Now + Duration.FromDays(3);
        var meeting = new RendezVous
        {
            DossierId = dossier.Id,
            Id = $"{dossier.Id}-r1",
            Objet = "Premier rendez-vous",
            Debut = start,
            Fin = start + Duration.FromMinutes(45),
            Lieu = new() { Nom = "Agence de Lens", Adresse = "14 rue de la Perche, 62300 Lens", Telephone = "01 99 00 31 13" },
            ConseillerId = "c-pas-de-calais-2",
            Statut = StatutRendezVous.Confirme,
        };
        await web.EcrireAsync(dossier, meeting);
        return (dossier, meeting);
    }

    private static string Plain(string page) => page.Replace('\u00a0', ' ');
}
