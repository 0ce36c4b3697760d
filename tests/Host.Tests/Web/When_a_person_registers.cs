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
    public async Task Should_keep_what_was_typed_when_the_CAF_does_not_answer()
    {
        using var visitor = web.Visiteur();
        var fields = Formulaire.Bon(Guid.NewGuid().ToString("n"));
        (fields["ReferenceCaf"], fields["demande"]) = ("1234567", "caf");
        var answer = await visitor.PostAsync("/inscription", "/inscription", fields);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("La CAF ne répond pas", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Kaba\"", html, StringComparison.Ordinal);
    }
}
