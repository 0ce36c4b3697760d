using System.Net;
using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>A browser without script: cookies, pages, forms. Does not follow redirects.</summary>
public sealed class Visiteur : IDisposable
{
    private readonly HttpClient http;

    public Visiteur(Uri url) => http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }, disposeHandler: true) { BaseAddress = url };

    public void Dispose() => http.Dispose();

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await (await GetAsync(path)).Content.ReadAsStringAsync());

    /// <summary>Opens the page of a form, then posts to it with its own token and form name.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var html = await (await GetAsync(page)).Content.ReadAsStringAsync();
        var hidden = new[] { "__RequestVerificationToken", "_handler" }
            .Select(name => (Name: name, Match: Regex.Match(html, $"name=\"{name}\"[^>]*value=\"([^\"]*)\"")))
            .Where(h => h.Match.Success).Select(h => KeyValuePair.Create(h.Name, h.Match.Groups[1].Value));
        using var content = new FormUrlEncodedContent([.. hidden, .. fields]);
        return await http.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    public async Task<HttpResponseMessage> PostRawAsync(string action, HttpContent content) => await http.PostAsync(new Uri(action, UriKind.Relative), content);

    public Task<HttpResponseMessage> EntrerAsync(string role, string id) =>
        PostAsync("/connexion", "/entrer", [KeyValuePair.Create("role", role), KeyValuePair.Create("id", id)]);
}
