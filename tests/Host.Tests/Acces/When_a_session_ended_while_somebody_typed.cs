using System.Net;
using System.Text.RegularExpressions;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Tests.Web;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Acces;

/// <summary>A browser without script whose session is gone posts an act: what was typed follows it over the sign-in.</summary>
public partial class When_a_session_ended_while_somebody_typed(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Words = "Des mots « que personne » ne veut écrire deux fois, <même> ici";

    [Theory]
    [InlineData(RoleActeur.Conseiller)]
    [InlineData(RoleActeur.Personne)]
    public async Task Should_find_it_again_after_the_sign_in(RoleActeur role)
    {
        var (dossier, task) = await OuvrirAsync(role);
        var (address, cle) = ($"/taches/{dossier.Id}/{task.Id}", Guid.NewGuid().ToString());
        using var visitor = web.Visiteur();
        var refused = await visitor.PostAsync("/inscription", address, new Dictionary<string, string> { ["geste"] = "valider", ["cle"] = cle, ["raison"] = Words, ["projet"] = "projet-defini", ["retour"] = $"/dossiers/{dossier.Id}/{dossier.Id}" });
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("Votre session est terminée", WebUtility.HtmlDecode(page), StringComparison.Ordinal);

        var form = Forms().Matches(page).Select(m => m.Value).Single(f => f.Contains($"value=\"{(role is RoleActeur.Personne ? "personne" : "conseiller")}\"", StringComparison.Ordinal));
        var fields = Champs(form);
        fields["id"] = role is RoleActeur.Personne ? fields["id"] : Dossiers.Counsellor;
        using var entry = new FormUrlEncodedContent(fields);
        var entered = await visitor.PostRawAsync("/entrer", entry);
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/reprise"), (entered.StatusCode, entered.Headers.Location!.OriginalString));

        using var again = new FormUrlEncodedContent(fields);
        var kept = await visitor.PostRawAsync("/reprise", again);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        var found = Forms().Matches(await kept.Content.ReadAsStringAsync()).Select(m => m.Value).Single(f => f.Contains(address, StringComparison.Ordinal));
        Assert.Contains(Words, WebUtility.HtmlDecode(found), StringComparison.Ordinal);
        Assert.DoesNotContain("<dd>", found, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"retour\">", found, StringComparison.Ordinal);
        var toSend = Champs(found);
        Assert.Equal("projet-defini", toSend["projet"]);
        Assert.Equal(cle, toSend["cle"]);
        toSend["raison"] = Words;

        // The engine is away: the act goes as far as any other, with what was typed.
        using var act = new FormUrlEncodedContent(toSend);
        var sent = await visitor.PostRawAsync(address, act);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.StatusCode);
        Assert.Contains(Words, WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_let_a_person_in_again_who_was_asking_for_something()
    {
        using var visitor = web.Visiteur();
        var refused = await visitor.PostAsync("/inscription", "/demarches/dossier-0001/demande", new Dictionary<string, string> { ["cle"] = Guid.NewGuid().ToString(), ["texte"] = Words });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var form = Forms().Matches(await refused.Content.ReadAsStringAsync()).Select(m => m.Value).Single(f => f.Contains("value=\"personne\"", StringComparison.Ordinal));
        Assert.Equal("dossier-0001", Champs(form)["id"]);
        Assert.Contains("/demarches/dossier-0001/demande", Champs(form)["envoi"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_go_to_the_sign_in_when_nothing_was_posted()
    {
        using var visitor = web.Visiteur();
        var answer = await visitor.GetAsync("/ma-journee");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/connexion?retour=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"Adresse\":\"https://ailleurs.example/\",\"Champs\":[]}")]
    [InlineData("{\"Adresse\":\"/taches/a/b\",\"Champs\":null}")]
    [InlineData("{\"Adresse\":\"/taches/a/b\",\"Champs\":[{\"Key\":null,\"Value\":\"a\"}]}")]
    [InlineData("{\"Adresse\":\"/taches/a/b\",\"Champs\":[{\"Key\":\"a\",\"Value\":null}]}")]
    public async Task Should_carry_nothing_that_was_made_up(string envoi)
    {
        using var visitor = web.Visiteur();
        var entered = await visitor.PostAsync("/connexion", "/entrer", new Dictionary<string, string> { ["role"] = "conseiller", ["id"] = Dossiers.Counsellor, ["envoi"] = envoi });
        Assert.Equal((HttpStatusCode.Redirect, "/ma-journee"), (entered.StatusCode, entered.Headers.Location!.OriginalString));
        var shown = await visitor.PostAsync("/connexion", "/reprise", new Dictionary<string, string> { ["envoi"] = envoi });
        Assert.Equal(HttpStatusCode.Redirect, shown.StatusCode);
    }

    private static Dictionary<string, string> Champs(string form) => Hidden().Matches(form).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));

    private async Task<(Dossier Dossier, Tache Task)> OuvrirAsync(RoleActeur role)
    {
        var dossier = Dossiers.Open("Session", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, role, "valider 15 h déclarées");
        task.Gestes = [new Geste { Code = "valider", Libelle = "Valider", Champs = [new Champ { Nom = "raison", Libelle = "Raison", Type = TypeChamp.Texte }] }];
        await web.EcrireAsync(dossier, task);
        return (dossier, task);
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
