using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Web;

public class When_requests_are_hostile(WebFixture web) : IClassFixture<WebFixture>
{
    private static readonly string[] Paths = ["/inscription", "/entrer", "/sortir", "/taches/a/b", "/connexion", "/bac-a-sable/avancer", "/ma-journee", "/%00", "/dossiers/..%2f..%2fetc", "/courriers/../x"];

    private static readonly string[] Types = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "application/json", "text/plain", ""];

    /// <summary>A thousand posts of random bytes and of broken forms, from a fixed seed.</summary>
    [Fact]
    public async Task Should_never_answer_with_a_failure_nor_change_anything()
    {
        var before = await web.LireAsync(db => db.Dossiers.CountAsync());
        var random = new Random(20261124);
        using var visitor = web.Visiteur();
        await visitor.EntrerAsync("conseiller", "c-pas-de-calais-1");
        for (var round = 0; round < 1_000; round++)
        {
            var bytes = new byte[random.Next(0, 2_000)];
            random.NextBytes(bytes);
            var body = random.Next(3) switch { 0 => bytes, 1 => Encoding.UTF8.GetBytes("cle=&Nom=%ZZ&&&=;__RequestVerificationToken=x&_handler=inscription"), _ => [] };
            using var content = new ByteArrayContent(body);
            if (Types[random.Next(Types.Length)] is { Length: > 0 } type)
            {
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            }

            var path = Paths[random.Next(Paths.Length)];
            var answer = await visitor.PostRawAsync(path, content);
            Assert.True((int)answer.StatusCode < 500, $"{path} {content.Headers.ContentType} answered {(int)answer.StatusCode}");
        }

        Assert.Equal(before, await web.LireAsync(db => db.Dossiers.CountAsync()));
    }

    [Fact]
    public async Task Should_say_that_a_form_beyond_all_measure_is_too_long()
    {
        using var visitor = web.Visiteur();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Nom", new string('x', 20 * 1024 * 1024))]);
        var answer = await visitor.PostRawAsync("/inscription", content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Cet envoi est trop long", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ma-journee?page=-5&groupe=%27%3B--")]
    [InlineData("/ma-journee?page=99999999999")]
    [InlineData("/portefeuille?nom=%25%5F'\"&page=0")]
    [InlineData("/portefeuille?tous=peut-etre")]
    [InlineData("/erreur/999999")]
    [InlineData("/communes/abcde")]
    public async Task Should_answer_odd_queries_without_a_failure(string path)
    {
        using var visitor = web.Visiteur();
        await visitor.EntrerAsync("conseiller", "c-pas-de-calais-1");
        Assert.True((int)(await visitor.GetAsync(path)).StatusCode < 500);
    }
}
