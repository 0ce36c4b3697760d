using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Direct;

/// <summary>A page is woken by what it shows, and by nothing else; after a lost connection it can tell whether it missed something.</summary>
public partial class When_a_page_is_open(WebFixture web) : IClassFixture<WebFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Should_hear_of_its_own_dossier_only()
    {
        var (own, other) = (Dossiers.Open("Suivie", 2), Dossiers.Open("Autre", 2));
        await web.EcrireAsync(own, other);
        using var counsellor = await EntrerAsync(Dossiers.Counsellor);
        using var page = await counsellor.EcouterAsync($"/direct/dossiers/{own.Id}");
        var (first, before) = await page.SuivantAsync();
        await web.EcrireAsync(Dossiers.Fact(other, 1, RoleActeur.Personne, "Autre chose."));
        await web.EcrireAsync(Dossiers.Fact(own, 1, RoleActeur.Personne, "La personne déclare 15 h."));
        var (second, after) = await page.SuivantAsync();
        Assert.Equal(("etat", "changement"), (first, second));
        Assert.NotEqual(before, after);

        // The state of the one change, not of two: the other dossier's did not count.
        using var again = await counsellor.EcouterAsync($"/direct/dossiers/{own.Id}");
        Assert.Equal(("etat", after), await again.SuivantAsync());
    }

    [Theory]
    [InlineData("c-pas-de-calais-2", null, false)]
    [InlineData(null, "pas-de-calais", false)]
    [InlineData("c-pas-de-calais-2", null, true)]
    public async Task Should_hear_of_its_inbox(string? responsable, string? file, bool escalated)
    {
        using var counsellor = await EntrerAsync(escalated ? "c-pas-de-calais-6" : "c-pas-de-calais-2");
        using var page = await counsellor.EcouterAsync("/direct/journee");
        await page.SuivantAsync();
        var dossier = Dossiers.Open("Boite", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées");
        (task.ResponsableId, task.ResponsableFile, task.Escaladee) = (responsable, file, escalated);
        await web.EcrireAsync(dossier, task);
        Assert.Equal("changement", (await page.SuivantAsync()).Evenement);
    }

    /// <summary>A page carries how its subjects stood when it was read: what changed before its stream was open is told by the first word of that.</summary>
    [Fact]
    public async Task Should_miss_nothing_between_its_reading_and_its_stream()
    {
        using var counsellor = await EntrerAsync(Dossiers.Counsellor);
        foreach (var (path, subject) in new[] { ("/dossiers/{0}", "/direct/dossiers/{0}"), ("/ma-journee", "/direct/journee"), ("/portefeuille", "/direct/journee") })
        {
            var own = Dossiers.Open("Entredeux", 2);
            await web.EcrireAsync(own);
            var (page, stream) = (path.Replace("{0}", own.Id, StringComparison.Ordinal), subject.Replace("{0}", own.Id, StringComparison.Ordinal));
            var read = Etat().Match(await counsellor.PageAsync(page)).Groups[1].Value;
            using var unchanged = await counsellor.EcouterAsync(stream);
            Assert.Equal(("etat", read), await unchanged.SuivantAsync());
            var task = Dossiers.Task(own, Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées");
            task.ResponsableId = Dossiers.Counsellor;
            await web.EcrireAsync(task);
            using var late = await counsellor.EcouterAsync(stream);
            Assert.NotEqual(read, (await late.SuivantAsync()).Donnees);
        }
    }

    [Fact]
    public async Task Should_hear_nothing_more_once_its_reader_may_not_read_it()
    {
        var (own, moved) = (Dossiers.Open("Restee", 2), Dossiers.Open("Partie", 2));
        await web.EcrireAsync(own, moved);
        await web.EcrireAsync(Conseillere("c-pas-de-calais-11"));
        using var counsellor = await EntrerAsync("c-pas-de-calais-11");
        using var gone = await counsellor.EcouterAsync($"/direct/dossiers/{moved.Id}");
        using var day = await counsellor.EcouterAsync("/direct/journee");
        using var page = await counsellor.EcouterAsync($"/direct/dossiers/{own.Id}");
        foreach (var stream in new[] { gone, day, page })
        {
            await stream.SuivantAsync();
        }

        await web.LireAsync(db => db.Dossiers.Where(d => d.Id == moved.Id).ExecuteUpdateAsync(u => u.SetProperty(d => d.Territoire, "reunion"), Stop));
        await web.EcrireAsync(Dossiers.Fact(moved, 1, RoleActeur.Personne, "Autre chose."), Dossiers.Fact(own, 1, RoleActeur.Personne, "La personne déclare 15 h."));
        await Assert.ThrowsAsync<EndOfStreamException>(gone.SuivantAsync);
        Assert.Equal("changement", (await page.SuivantAsync()).Evenement);

        await web.LireAsync(db => db.Conseillers.Where(c => c.Id == "c-pas-de-calais-11").ExecuteDeleteAsync(Stop));
        var task = Dossiers.Task(own, Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées");
        task.ResponsableId = "c-pas-de-calais-11";
        await web.EcrireAsync(Dossiers.Fact(own, 2, RoleActeur.Personne, "La personne déclare 16 h."), task);
        await Assert.ThrowsAsync<EndOfStreamException>(page.SuivantAsync);
        await Assert.ThrowsAsync<EndOfStreamException>(day.SuivantAsync);
    }

    private static Conseiller Conseillere(string id) => new()
    {
        Id = id,
        Nom = "Départ",
        Prenom = "Line",
        Territoire = "pas-de-calais",
        Organisme = OrganismeReferent.FranceTravail,
        Telephone = "03 00 00 00 00",
        Courriel = "line.depart@exemple.fr",
    };

    [System.Text.RegularExpressions.GeneratedRegex("data-etat=\"([^\"]+)\"")]
    private static partial System.Text.RegularExpressions.Regex Etat();

    private async Task<Visiteur> EntrerAsync(string who)
    {
        var visitor = web.Visiteur();
        await visitor.EntrerAsync("conseiller", who);
        return visitor;
    }
}
