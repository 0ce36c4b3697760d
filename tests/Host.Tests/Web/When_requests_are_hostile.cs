using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FranceTravail.Parcours.Host.Composition;
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

    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(20, false)]
    [InlineData(20, true)]
    [InlineData(50, false)]
    [InlineData(50, true)]
    public async Task Should_say_that_a_form_beyond_all_measure_is_too_long_however_it_is_sent(int megabytes, bool chunked)
    {
        using var visitor = web.Visiteur();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Nom", new string('x', megabytes * 1024 * 1024))]);
        using var pieces = new StreamContent(await content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        pieces.Headers.ContentType = content.Headers.ContentType;
        var answer = await visitor.PostAlteredAsync("/inscription", "/inscription", [], r => (r.Content, r.Headers.TransferEncodingChunked) = (chunked ? pieces : content, chunked));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Cet envoi est trop long", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_that_a_form_which_was_cut_cannot_be_read()
    {
        using var visitor = web.Visiteur();
        await visitor.EntrerAsync("conseiller", Dossiers.Counsellor);
        foreach (var path in new[] { "/reprise", "/inscription", "/entrer" })
        {
            using var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"envoi\"\r\n\r\nUn texte que");
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
            var answer = await visitor.PostRawAsync(path, content);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
            Assert.Contains("Cette demande n’a pas pu être lue", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(415, "Elle n’a pas la forme d’un formulaire")]
    [InlineData(405, "Elle n’est pas de celles que cette adresse prend")]
    public async Task Should_not_take_the_blame_for_what_its_sender_made_up(int status, string phrase)
    {
        using var visitor = web.Visiteur();
        var answer = await visitor.GetAsync($"/erreur/{status}");
        Assert.Equal(status, (int)answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains(phrase, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ce n’est pas de votre fait", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a%00b", "ab")]
    [InlineData("%%0000", "")]
    [InlineData("%0%0%00000a", "0a")]
    [InlineData("%0\00%2500", "%2500")]
    public void Should_leave_no_NUL_behind_that_was_not_there_before(string posted, string kept) =>
        Assert.Equal(kept, Encoding.UTF8.GetString(RequestBody.WithoutNul(Encoding.UTF8.GetBytes(posted))));

    [Theory]
    [InlineData("evil.example")]
    [InlineData("192.168.0.1:5080")]
    public async Task Should_say_in_French_that_an_address_is_not_its_own(string host)
    {
        using var visitor = web.Visiteur();
        var answer = await visitor.PostAlteredAsync("/inscription", "/inscription", [], r => r.Headers.Host = host);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("Cette adresse n’est pas celle de Parcours", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/é")]
    [InlineData("/dossiers/x?nom=Lévêque €")]
    [InlineData("/\ud83d\ude00")]
    public async Task Should_go_back_to_an_address_of_any_letters(string back)
    {
        using var visitor = web.Visiteur();
        var answer = await visitor.PostAsync("/connexion", "/entrer", new Dictionary<string, string> { ["role"] = "conseiller", ["id"] = Dossiers.Counsellor, ["retour"] = back });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(back, Uri.UnescapeDataString(answer.Headers.Location!.OriginalString));
        Assert.All(answer.Headers.Location.OriginalString, c => Assert.InRange(c, '!', '~'));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("X-Prometheus-Scrape-Timeout-Seconds", HttpStatusCode.OK)]
    [InlineData("X-Forwarded-For", HttpStatusCode.Redirect)]
    [InlineData("X-Forwarded-Host", HttpStatusCode.Redirect)]
    [InlineData("Forwarded", HttpStatusCode.Redirect)]
    [InlineData("Via", HttpStatusCode.Redirect)]
    [InlineData("X-Real-IP", HttpStatusCode.Redirect)]
    [InlineData("X-Envoy-External-Address", HttpStatusCode.Redirect)]
    [InlineData("True-Client-IP", HttpStatusCode.Redirect)]
    [InlineData("CF-Connecting-IP", HttpStatusCode.Redirect)]
    public async Task Should_tell_measures_to_nobody_behind_a_proxy(string? header, HttpStatusCode expected)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = web.Url };
        if (header is not null)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation(header, "1.1 ailleurs");
        }

        Assert.Equal(expected, (await http.GetAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
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
