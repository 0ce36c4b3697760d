using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

public class When_a_page_is_asked_for(WebFixture web) : IClassFixture<WebFixture>
{
    private const string Counsellor = "c-pas-de-calais-1";

    [Fact]
    public async Task Should_forbid_everything_from_elsewhere_and_everything_inline()
    {
        using var visitor = web.Visiteur();
        var answer = await visitor.GetAsync("/");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/connexion")]
    [InlineData("/inscription")]
    public async Task Should_hold_no_inline_script_nor_style(string path)
    {
        using var visitor = web.Visiteur();
        var html = await visitor.PageAsync(path);
        Assert.DoesNotContain("style=\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]* src=)", html);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
    }

    [Theory]
    [InlineData("/ma-journee")]
    [InlineData("/portefeuille")]
    [InlineData("/mon-parcours")]
    [InlineData("/dossiers/x")]
    [InlineData("/taches/x/y")]
    [InlineData("/courriers/x")]
    public async Task Should_ask_who_it_is_first(string path)
    {
        using var visitor = web.Visiteur();
        var answer = await visitor.GetAsync(path);
        Assert.Equal((HttpStatusCode.Redirect, "/connexion"), (answer.StatusCode, answer.Headers.Location!.AbsolutePath));
    }

    [Fact]
    public async Task Should_not_send_events_to_who_has_not_said_who_it_is()
    {
        using var visitor = web.Visiteur();
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/direct/journee")).StatusCode);
    }

    [Fact]
    public async Task Should_say_in_French_that_a_page_does_not_exist()
    {
        using var visitor = web.Visiteur();
        var answer = await visitor.GetAsync("/rien");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("n’existe pas", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_show_an_empty_inbox_that_says_what_will_come()
    {
        using var visitor = web.Visiteur();
        await visitor.EntrerAsync("conseiller", Counsellor);
        Assert.Contains("Rien n’attend", await visitor.PageAsync("/ma-journee"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_not_open_the_dossier_of_another_territory()
    {
        using var person = web.Visiteur();
        var cle = Guid.NewGuid().ToString("n");
        await person.PostAsync("/inscription", "/inscription", Formulaire.Bon(cle));
        var id = await web.LireAsync(db => db.Dossiers.Where(d => d.CleInscription == cle).Select(d => d.Id).SingleAsync());
        using var near = web.Visiteur();
        await near.EntrerAsync("conseiller", Counsellor);
        Assert.Equal(HttpStatusCode.OK, (await near.GetAsync($"/dossiers/{id}")).StatusCode);
        Assert.Equal(1, await web.LireAsync(db => db.Acces.CountAsync(a => a.DossierId == id && a.ActeurId == Counsellor)));
        using var far = web.Visiteur();
        await far.EntrerAsync("conseiller", "c-rhone-1");
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/dossiers/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync($"/direct/dossiers/{id}")).StatusCode);
    }

    [Fact]
    public async Task Should_keep_a_person_out_of_the_counsellors_pages()
    {
        using var person = web.Visiteur();
        await person.PostAsync("/inscription", "/inscription", Formulaire.Bon(Guid.NewGuid().ToString("n")));
        var answer = await person.GetAsync("/ma-journee");
        Assert.Equal("/erreur/403", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Should_refuse_a_post_without_its_token()
    {
        using var visitor = web.Visiteur();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("role", "conseiller"), KeyValuePair.Create("id", Counsellor)]);
        var answer = await visitor.PostRawAsync("/entrer", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("n’a pas pu être lue", html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_brand_the_page_with_the_tokens_of_the_territory()
    {
        using var visitor = web.Visiteur();
        Assert.Contains("--accent: #17527f", await visitor.PageAsync("/theme/reunion.css"), StringComparison.Ordinal);
    }
}
