using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

public class When_a_person_registers(WebFixture web) : IClassFixture<WebFixture>
{
    [Fact]
    public async Task Should_keep_one_dossier_when_the_form_is_posted_twice()
    {
        using var visitor = web.Visiteur();
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        var first = await visitor.PostAsync("/inscription", "/inscription", fields);
        var second = await visitor.PostAsync("/inscription", "/inscription", fields);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal((first.StatusCode, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        Assert.Equal(1, await web.LireAsync(db => db.Dossiers.CountAsync(d => d.CleInscription == fields["cle"])));
        Assert.Contains("Bonjour Idriss", await visitor.PageAsync("/mon-parcours"), StringComparison.Ordinal);
    }

    /// <summary>A step back in the browser keeps the form's key; whoever is typed in then is somebody else.</summary>
    [Theory]
    [InlineData("Prenom", "Aïssata")]
    [InlineData("DateNaissance", "05/06/1990")]
    public async Task Should_never_take_another_person_for_the_one_who_filled_the_form_before(string field, string value)
    {
        using var visitor = web.Visiteur();
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        fields["Nom"] = $"Retour{char.ToLowerInvariant(field[0])}{field[1..].ToLowerInvariant()}";
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/inscription", "/inscription", fields)).StatusCode);
        using var other = web.Visiteur();
        fields[field] = value;
        await other.PostAsync("/inscription", "/inscription", fields);
        await other.PostAsync("/inscription", "/inscription", fields);
        Assert.Contains($"Bonjour {fields["Prenom"]}", await other.PageAsync("/mon-parcours"), StringComparison.Ordinal);
        Assert.Equal(2, await web.LireAsync(db => db.Dossiers.CountAsync(d => d.Nom == fields["Nom"])));
    }

    [Theory]
    [InlineData("DateNaissance", "01/02/2092", "dans le futur")]
    [InlineData("DateNaissance", "31/02/1990", "n’est pas une date")]
    [InlineData("Nom", "", "Indiquez le nom")]
    [InlineData("Nom", "<script>", "ne peut pas être un nom")]
    [InlineData("CodePostal", "00000", "Aucune commune")]
    [InlineData("Ville", "Paris", "Ce code postal est celui de")]
    [InlineData("ReferenceCaf", "12345678", "sept chiffres")]
    [InlineData("informe", "", "cochez la case")]
    public async Task Should_say_beside_the_field_what_is_wrong_and_write_nothing(string field, string value, string message)
    {
        using var visitor = web.Visiteur();
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        fields[field] = value;
        var answer = await visitor.PostAsync("/inscription", "/inscription", fields);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, html, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}-erreur\"", html, StringComparison.Ordinal);
        Assert.Contains("resume-erreurs", html, StringComparison.Ordinal);
        Assert.Equal(0, await web.LireAsync(db => db.Dossiers.CountAsync(d => d.CleInscription == fields["cle"])));
    }

    [Fact]
    public async Task Should_go_on_without_optional_answers_that_cannot_be_read()
    {
        using var visitor = web.Visiteur();
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        (fields["Nom"], fields["Telephone"], fields["MoisSansEmploi"]) = ("Sansreponses", "12", "longtemps");
        var answer = await visitor.PostAsync("/inscription", "/inscription", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("sans ces réponses", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        fields["sans"] = "oui";
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/inscription", "/inscription", fields)).StatusCode);
        Assert.Null(await web.LireAsync(db => db.Dossiers.Where(d => d.CleInscription == fields["cle"]).Select(d => d.Contact.Telephone).SingleAsync()));
    }

    [Fact]
    public async Task Should_open_no_second_journey_for_one_person_until_she_says_that_it_is_another()
    {
        using var visitor = web.Visiteur();
        var first = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        (first["Nom"], first["ReferenceCaf"]) = ("Doublon", "7654321");
        await visitor.PostAsync("/inscription", "/inscription", first);
        var second = new Dictionary<string, string>(first) { ["cle"] = Guid.NewGuid().ToString("n"), ["Nom"] = "DOUBLÔN" };
        var answer = await visitor.PostAsync("/inscription", "/inscription", second);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("est déjà inscrite", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        second["distincte"] = "oui";
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/inscription", "/inscription", second)).StatusCode);
    }

    [Fact]
    public async Task Should_not_send_a_counsellor_to_a_dossier_that_is_not_hers_to_open()
    {
        using var counsellor = web.Visiteur();
        await counsellor.EntrerAsync("conseiller", "c-rhone-1");
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        Assert.EndsWith("/portefeuille", (await counsellor.PostAsync("/inscription", "/inscription", fields)).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("dans un autre territoire (Pas-de-Calais)", await counsellor.PageAsync("/portefeuille"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_be_addressed_without_a_hole_when_she_has_no_first_name()
    {
        using var visitor = web.Visiteur();
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        (fields["Nom"], fields["Prenom"]) = ("Sansprenom", "");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/inscription", "/inscription", fields)).StatusCode);
        Assert.Contains("<h1>Bonjour</h1>", await visitor.PageAsync("/mon-parcours"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_keep_what_was_typed_when_the_CAF_does_not_answer()
    {
        using var visitor = web.Visiteur();
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        (fields["ReferenceCaf"], fields["demande"]) = ("1234567", "caf");
        var answer = await visitor.PostAsync("/inscription", "/inscription", fields);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("La CAF ne répond pas", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Kaba-", html, StringComparison.Ordinal);
    }
}
