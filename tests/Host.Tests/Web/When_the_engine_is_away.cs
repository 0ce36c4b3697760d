using System.Net;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Nothing listens where the engine should be.</summary>
public class When_the_engine_is_away(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Should_keep_what_was_typed_and_let_the_correction_replace_it()
    {
        var dossier = Dossiers.Open("Absent", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées");
        task.Gestes = [new Geste { Code = "valider", Libelle = "Valider", Champs = [new Champ { Nom = "raison", Libelle = "Raison", Type = TypeChamp.Texte }] }];
        await web.EcrireAsync(dossier, task);
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        var cle = Guid.NewGuid().ToString();
        foreach (var text in new[] { "PREMIÈRE VERSION", "VERSION CORRIGÉE" })
        {
            var answer = await counsellor.PostAsync(
                "/inscription", $"/taches/{dossier.Id}/{task.Id}", new Dictionary<string, string> { ["geste"] = "valider", ["cle"] = cle, ["raison"] = text });
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("Votre saisie est gardée", page, StringComparison.Ordinal);
            Assert.Contains(text, page, StringComparison.Ordinal);
            Assert.Contains(cle, page, StringComparison.Ordinal);
        }

        var kept = Assert.Single(await web.LireAsync(db => db.TextesLibres.Where(t => t.DossierId == dossier.Id).ToListAsync()));
        Assert.Equal(("VERSION CORRIGÉE", true), (kept.Texte, kept.EnAttente is not null));
    }

    [Fact]
    public async Task Should_not_ask_to_send_again_where_there_is_no_form_any_more()
    {
        var dossier = Dossiers.Open("Parti", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées");
        task.Gestes = [new Geste { Code = "valider", Libelle = "Valider" }];
        task.CloseLe = Dossiers.Now;
        await web.EcrireAsync(dossier, task);
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        var answer = await counsellor.PostAsync(
            "/inscription", $"/taches/{dossier.Id}/{task.Id}", new Dictionary<string, string> { ["geste"] = "valider", ["cle"] = Guid.NewGuid().ToString() });
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.DoesNotContain("renvoyez", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Rouvrez la liste ou le dossier", page, StringComparison.Ordinal);
    }
}
