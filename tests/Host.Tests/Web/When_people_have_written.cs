using System.Text.RegularExpressions;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Words typed in an act are before the eyes of who must answer them.</summary>
public class When_people_have_written(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Words = "Deux jours d’immersion <b>à la cantine</b>";

    [Fact]
    public async Task Should_show_the_words_in_the_inbox_and_in_the_dossier()
    {
        var dossier = Dossiers.Open("Parole", 40);
        var fact = Dossiers.Fact(dossier, 1, RoleActeur.Personne, "La personne déclare 15 h.", texteId: $"{dossier.Id}-detail");
        await web.EcrireAsync(
            dossier,
            fact,
            Dossiers.Task(dossier, fact.Le, RoleActeur.Conseiller, "valider 15 h déclarées"),
            new Activities.Dossiers.TexteLibre { Id = $"{dossier.Id}-detail", DossierId = dossier.Id, Flux = "accompagnement", AuteurRole = "Personne", Texte = Words, CreeLe = fact.Le });
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        Assert.Contains(Words, await counsellor.PageAsync("/ma-journee"), StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(await counsellor.PageAsync($"/dossiers/{dossier.Id}"), Regex.Escape(Words)));
        var raw = await (await counsellor.GetAsync("/ma-journee")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>à la cantine", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_show_them_under_no_task_that_another_thread_opened_at_the_same_instant()
    {
        var dossier = Dossiers.Open("Deuxfils", 40);
        var fact = Dossiers.Fact(dossier, 1, RoleActeur.Conseiller, "Le dossier est transmis.", texteId: $"{dossier.Id}-suivi");
        var beside = Dossiers.Task(dossier, fact.Le, RoleActeur.Conseiller, "proposer le contrat");
        beside.FilId = "nouvelle-orientation";
        await web.EcrireAsync(
            dossier,
            fact,
            beside,
            new Activities.Dossiers.TexteLibre { Id = $"{dossier.Id}-suivi", DossierId = dossier.Id, Flux = "accompagnement", AuteurRole = "Conseiller", Texte = "À dire au suivant seul", CreeLe = fact.Le });
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        Assert.Equal(1, Regex.Count(await counsellor.PageAsync($"/dossiers/{dossier.Id}"), "À dire au suivant seul"));
    }

    /// <summary>Asked of another authority, it is another task: with the words that it was asked with.</summary>
    [Fact]
    public async Task Should_show_them_under_the_task_that_takes_the_place_of_the_first()
    {
        var dossier = Dossiers.Open("Reprise", 40);
        var fact = Dossiers.Fact(dossier, 1, RoleActeur.Personne, "Autre orientation demandée par la personne.", texteId: $"{dossier.Id}-texte");
        var task = Dossiers.Task(dossier, fact.Le + NodaTime.Duration.FromDays(2), RoleActeur.Conseiller, "décider d’une autre orientation");
        task.DemandeeLe = fact.Le;
        await web.EcrireAsync(
            dossier,
            fact,
            task,
            new Activities.Dossiers.TexteLibre { Id = $"{dossier.Id}-texte", DossierId = dossier.Id, Flux = "accompagnement", AuteurRole = "Personne", Texte = "Pour être mieux suivie", CreeLe = fact.Le });
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        Assert.Contains("Pour être mieux suivie", await counsellor.PageAsync("/ma-journee"), StringComparison.Ordinal);
        Assert.Contains("Pour être mieux suivie", await counsellor.PageAsync($"/taches/{dossier.Id}/{task.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_once_that_a_deadline_was_missed()
    {
        var dossier = Dossiers.Open("Tard", 40);
        await web.EcrireAsync(dossier, Dossiers.Fact(dossier, 1, RoleActeur.Systeme, "Échéance dépassée — revue non tenue.", TonFait.EcheanceDepassee));
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        var page = await counsellor.PageAsync($"/dossiers/{dossier.Id}");
        Assert.Equal(1, Regex.Count(page, "Échéance dépassée"));
        Assert.Contains("<b>Échéance dépassée</b> — revue non tenue.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_name_a_task_in_the_words_of_who_reads_it()
    {
        var dossier = Dossiers.Open("Nommer", 3);
        await web.EcrireAsync(dossier, Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Personne, "Signer votre contrat"));
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        Assert.Contains("Signer son contrat (par la personne)", await counsellor.PageAsync($"/dossiers/{dossier.Id}"), StringComparison.Ordinal);
        using var person = web.Visiteur();
        await person.EntrerAsync("personne", dossier.Id);
        Assert.Contains("Signer votre contrat", await person.PageAsync("/mon-parcours"), StringComparison.Ordinal);
    }
}
