using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Taches;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Whatever breaks, and wherever: a page, in French, with what was typed.</summary>
public class When_something_fails(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Words = "Des mots que personne ne veut écrire deux fois";

    [Fact]
    public async Task Should_show_a_page_when_a_page_throws()
    {
        var (dossier, _) = await TornAsync();
        using var counsellor = await EntrerAsync();
        var (status, page) = await ReadAsync(await counsellor.GetAsync($"/dossiers/{dossier.Id}"));
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Contains("Quelque chose n’a pas fonctionné", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_offer_what_was_posted_again_when_a_post_throws()
    {
        var (dossier, task) = await TornAsync();
        using var counsellor = await EntrerAsync();
        var cle = Guid.NewGuid().ToString();
        var (status, page) = await ReadAsync(await counsellor.PostAsync("/inscription", $"/taches/{dossier.Id}/{task.Id}", Act(cle, Words)));
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Contains(Words, page, StringComparison.Ordinal);
        Assert.Contains("a pu être pris en compte", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rien n’a été", page, StringComparison.Ordinal);
        Assert.Contains($"action=\"/taches/{dossier.Id}/{task.Id}\"", page, StringComparison.Ordinal);
        Assert.Contains(cle, page, StringComparison.Ordinal);
        Assert.Contains("__RequestVerificationToken", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7")]
    [InlineData("application/x-www-form-urlencoded; charset=nulle-part")]
    public async Task Should_read_a_form_whatever_character_set_it_claims(string type)
    {
        using var visitor = web.Visiteur();
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        fields["Prenom"] = "Zoé";
        var answer = await visitor.PostAlteredAsync("/inscription", "/inscription", fields, r => r.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Zoé", await web.LireAsync(db => db.Dossiers.Where(d => d.CleInscription == fields["cle"]).Select(d => d.Prenom).SingleAsync()));
    }

    [Fact]
    public async Task Should_read_a_form_with_a_character_that_nobody_typed()
    {
        using var visitor = web.Visiteur();
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        (fields["Prenom"], fields["Adresse"]) = ("Zo\0é", "100\0 % vrai, %00 aussi");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/inscription", "/inscription", fields)).StatusCode);
        Assert.Equal(("Zoé", "100 % vrai, %00 aussi"), await web.LireAsync(async db =>
        {
            var dossier = await db.Dossiers.SingleAsync(d => d.CleInscription == fields["cle"]);
            return (dossier.Prenom, dossier.Contact.Adresse);
        }));
    }

    [Theory]
    [InlineData("127.0.0.1:99999")]
    [InlineData("127.0.0.1:70000")]
    public async Task Should_keep_what_was_typed_for_a_host_that_is_none(string host)
    {
        // By hand: no client sends such a thing.
        const string Form = "_handler=inscription&Nom=Kaba";
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(web.Url.Host, web.Url.Port, TestContext.Current.CancellationToken);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST /inscription HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Form.Length}\r\n\r\n{Form}"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var answer = WebUtility.HtmlDecode(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("n’a pas pu être lue", answer, StringComparison.Ordinal);
        Assert.Contains("Kaba", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_beside_its_field_that_pages_and_pages_are_too_long_and_keep_them()
    {
        var (dossier, task) = await GoodAsync();
        using var counsellor = await EntrerAsync();
        var (status, page) = await ReadAsync(await counsellor.PostAsync("/inscription", $"/taches/{dossier.Id}/{task.Id}", Act(Guid.NewGuid().ToString(), new string('é', 100_000) + Words)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("4\u00a0000 caractères au plus", page, StringComparison.Ordinal);
        Assert.Contains(Words, page, StringComparison.Ordinal);

        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        fields["Adresse"] = new string('x', 500_000);
        (status, page) = await ReadAsync(await counsellor.PostAsync("/inscription", "/inscription", fields));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("200 caractères au plus", page, StringComparison.Ordinal);
        Assert.Contains(fields["Adresse"], page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_offer_a_form_without_its_token_again_and_take_it_then()
    {
        using var visitor = web.Visiteur();
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        using var content = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("_handler", "inscription")]);
        var (status, page) = await ReadAsync(await visitor.PostRawAsync("/inscription", content));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Renvoyer", page, StringComparison.Ordinal);
        Assert.Contains("Kaba", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/inscription", "/inscription", fields)).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://ailleurs.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Should_not_offer_again_what_another_site_made_up(string header, string value)
    {
        using var visitor = web.Visiteur();
        using var content = new FormUrlEncodedContent([.. Formulaire.Bon(Guid.NewGuid().ToString("n")), KeyValuePair.Create("_handler", "inscription")]);
        content.Headers.TryAddWithoutValidation(header, value);
        var (status, page) = await ReadAsync(await visitor.PostRawAsync("/inscription", content));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("n’a pas pu être lue", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Renvoyer", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/erreur/403", HttpStatusCode.Forbidden)]
    [InlineData("/erreur/500", HttpStatusCode.InternalServerError)]
    [InlineData("/erreur/999999", HttpStatusCode.NotFound)]
    public async Task Should_have_the_status_that_the_page_speaks_of(string path, HttpStatusCode status)
    {
        using var visitor = web.Visiteur();
        Assert.Equal(status, (await visitor.GetAsync(path)).StatusCode);
    }

    private async Task<(Dossier Dossier, Tache Task)> GoodAsync()
    {
        var dossier = Dossiers.Open("Panne", 2);
        var task = Dossiers.Task(dossier, Dossiers.Now, RoleActeur.Conseiller, "valider 15 h déclarées");
        task.Gestes = [new Geste { Code = "valider", Libelle = "Valider", Champs = [new Champ { Nom = "raison", Libelle = "Raison", Type = TypeChamp.Texte }] }];
        await web.EcrireAsync(dossier, task);
        return (dossier, task);
    }

    /// <summary>A dossier whose task cannot be read: whoever asks for it gets an exception.</summary>
    private async Task<(Dossier Dossier, Tache Task)> TornAsync()
    {
        var (dossier, task) = await GoodAsync();
        await web.LireAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Taches SET Gestes = '[' WHERE DossierId = {dossier.Id}"));
        return (dossier, task);
    }

    private static Dictionary<string, string> Act(string cle, string raison) => new() { ["geste"] = "valider", ["cle"] = cle, ["raison"] = raison };

    private static async Task<(HttpStatusCode Status, string Page)> ReadAsync(HttpResponseMessage answer) =>
        (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));

    private async Task<Visiteur> EntrerAsync()
    {
        var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", Dossiers.Counsellor);
        return counsellor;
    }
}
