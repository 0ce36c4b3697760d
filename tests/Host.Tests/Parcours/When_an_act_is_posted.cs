using System.Net;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Tests.Web;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Parcours;

/// <summary>Real pages, a real engine, and a worker that is there or not.</summary>
public class When_an_act_is_posted(RouteFixture route) : IClassFixture<RouteFixture>
{
    private const string NotKnown = "Votre saisie est gardée";

    [Fact]
    public async Task Should_say_that_nobody_answers_and_take_the_corrected_text_once()
    {
        var (task, counsellor) = (await route.OuvrirAsync(), await EntrerAsync());
        using (counsellor)
        {
            var cle = Guid.NewGuid();
            var (status, page) = await PosterAsync(counsellor, task, "valider", cle, "PREMIÈRE VERSION", "15");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains(NotKnown, page, StringComparison.Ordinal);
            Assert.Contains("PREMIÈRE VERSION", page, StringComparison.Ordinal);
            Assert.Matches($"name=\"cle\" value=\"{cle}\"", page);
            Assert.NotNull(Assert.Single(await route.TextesAsync(task.DossierId)).EnAttente);

            var again = await route.AvecWorkerAsync(() => PosterAsync(counsellor, task, "valider", cle, "VERSION CORRIGÉE", "15"));
            Assert.Equal(HttpStatusCode.Redirect, again.Status);
            var text = Assert.Single(await route.TextesAsync(task.DossierId));
            Assert.Equal(("VERSION CORRIGÉE", null), (text.Texte, text.EnAttente));
            Assert.Equal(text.Id, Assert.Single(await route.ActesAsync(task.DossierId)).Valeurs["raison"]);
        }
    }

    [Fact]
    public async Task Should_not_say_done_to_a_correction_that_came_too_late()
    {
        var (task, counsellor) = (await route.OuvrirAsync(), await EntrerAsync());
        using (counsellor)
        {
            var cle = Guid.NewGuid();
            await PosterAsync(counsellor, task, "valider", cle, "x", "15");
            var (status, page) = await route.AvecWorkerAsync(() => PosterAsync(counsellor, task, "valider", cle, "corrigé", "12"));
            var taken = Assert.Single(await route.ActesAsync(task.DossierId));
            var hours = taken.Valeurs["heures"];
            Assert.Equal(hours == "12" ? "corrigé" : "x", Assert.Single(await route.TextesAsync(task.DossierId), t => t.Id == taken.Valeurs["raison"]).Texte);
            Assert.Equal(hours == "12" ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, status);
            Assert.Equal(hours != "12", page.Contains(ParcoursDEssai.Refus, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Should_say_that_nobody_answers_when_the_engine_is_slow()
    {
        var (task, counsellor) = (await route.OuvrirAsync(), await EntrerAsync());
        using (counsellor)
        {
            route.Route.Bloquer();
            try
            {
                var (status, page) = await PosterAsync(counsellor, task, "valider", Guid.NewGuid(), "Une raison", "15");
                Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
                Assert.Contains(NotKnown, page, StringComparison.Ordinal);
                Assert.Contains("Une raison", page, StringComparison.Ordinal);
            }
            finally
            {
                route.Route.Ouvrir();
            }
        }
    }

    [Fact]
    public async Task Should_leave_nothing_when_it_is_refused()
    {
        var (task, counsellor) = (await route.OuvrirAsync(), await EntrerAsync());
        using (counsellor)
        {
            var (status, page) = await route.AvecWorkerAsync(() => PosterAsync(counsellor, task, "refuser", Guid.NewGuid(), "Un texte qui nomme quelqu’un", "15"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains(ParcoursDEssai.Refus, page, StringComparison.Ordinal);
            Assert.Contains("Un texte qui nomme quelqu’un", page, StringComparison.Ordinal);
            Assert.Empty(await route.TextesAsync(task.DossierId));
        }
    }

    [Fact]
    public async Task Should_own_up_to_a_defect_without_showing_its_text()
    {
        var (task, counsellor) = (await route.OuvrirAsync(), await EntrerAsync());
        using (counsellor)
        {
            var (status, page) = await route.AvecWorkerAsync(() => PosterAsync(counsellor, task, "echouer", Guid.NewGuid(), "Une raison", "15"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains("n’a pas su dire", page, StringComparison.Ordinal);
            Assert.Contains("Une raison", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Object reference", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Should_have_one_effect_and_no_failure_when_eight_come_at_once()
    {
        var (task, counsellor) = (await route.OuvrirAsync(), await EntrerAsync());
        using (counsellor)
        {
            var cle = Guid.NewGuid();
            var answers = await route.AvecWorkerAsync(() => Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PosterAsync(counsellor, task, "valider", cle, "Une raison", "15"))));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
            Assert.Null(Assert.Single(await route.TextesAsync(task.DossierId)).EnAttente);
            Assert.Single(await route.ActesAsync(task.DossierId));
        }
    }

    [Fact]
    public async Task Should_give_the_same_answer_again_when_the_act_has_ended_the_journey()
    {
        var (task, counsellor) = (await route.OuvrirAsync(), await EntrerAsync());
        using (counsellor)
        {
            var cle = Guid.NewGuid();
            var (first, second) = await route.AvecWorkerAsync(async () =>
                (await PosterAsync(counsellor, task, "clore", cle, "Fini", "1"), await PosterAsync(counsellor, task, "clore", cle, "Fini", "1")));
            Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
            Assert.Null(Assert.Single(await route.TextesAsync(task.DossierId)).EnAttente);
            var (late, page) = await PosterAsync(counsellor, task, "valider", Guid.NewGuid(), "Trop tard", "1");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late);
            Assert.Contains("Ce parcours est terminé", page, StringComparison.Ordinal);
        }
    }

    private static async Task<(HttpStatusCode Status, string Page)> PosterAsync(Visiteur who, Tache task, string geste, Guid cle, string raison, string heures)
    {
        var address = $"/taches/{task.DossierId}/{task.Id}";
        var answer = await who.PostAsync("/inscription", address, new Dictionary<string, string>
        {
            ["geste"] = geste,
            ["cle"] = cle.ToString(),
            ["raison"] = raison,
            ["heures"] = heures,
        });
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private async Task<Visiteur> EntrerAsync()
    {
        var counsellor = route.Visiteur();
        await counsellor.EntrerAsync("conseiller", Tests.Web.Dossiers.Counsellor);
        return counsellor;
    }
}
