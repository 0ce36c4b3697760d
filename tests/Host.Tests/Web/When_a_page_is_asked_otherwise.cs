using System.Net;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>Pages asked for by other methods than GET and POST.</summary>
public class When_a_page_is_asked_otherwise(WebFixture web) : IClassFixture<WebFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/connexion")]
    [InlineData("/inscription")]
    [InlineData("/rien")]
    [InlineData("/ma-journee")]
    public async Task Should_answer_HEAD_as_GET_without_the_page(string path)
    {
        using var visitor = web.Visiteur();
        var (get, head) = (await visitor.GetAsync(path), await visitor.EnvoyerAsync(HttpMethod.Head, path));
        Assert.Equal((get.StatusCode, get.Content.Headers.ContentType, get.Headers.Location), (head.StatusCode, head.Content.Headers.ContentType, head.Headers.Location));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    public async Task Should_refuse_other_methods_in_French_and_say_which_are_taken(string method)
    {
        using var visitor = web.Visiteur();
        var answer = await visitor.EnvoyerAsync(new HttpMethod(method), "/connexion");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
        Assert.Contains("Cette demande n’a pas pu être lue", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }
}
