using System.Net;
using System.Text.RegularExpressions;

namespace FranceTravail.Parcours.Host.Tests.Web;

/// <summary>A browser without script: cookies, pages, forms. Does not follow redirects.</summary>
public sealed class Visiteur : IDisposable
{
    private readonly CookieContainer cookies;
    private readonly HttpClient http;

    public Visiteur(Uri url)
        : this(url, new CookieContainer())
    {
    }

    private Visiteur(Uri url, CookieContainer cookies)
    {
        this.cookies = cookies;
        http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }, disposeHandler: true) { BaseAddress = url };
    }

    /// <summary>The same browser at another address of this machine: cookies do not mind ports.</summary>
    public Visiteur Ailleurs(Uri url) => new(url, cookies);

    public void Dispose() => http.Dispose();

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The stream of a page's server events; it ends with the token.</summary>
    public Task<Stream> SuivreAsync(string path, CancellationToken cancellationToken) => http.GetStreamAsync(new Uri(path, UriKind.Relative), cancellationToken);

    public async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await (await GetAsync(path)).Content.ReadAsStringAsync());

    /// <summary>Opens the page of a form, then posts to it with its own token and form name.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent([.. await HiddenAsync(page), .. fields]);
        return await http.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    /// <summary>Posts the fields with the token and form name of <paramref name="page"/>, by a request that <paramref name="alter"/> may spoil.</summary>
    public async Task<HttpResponseMessage> PostAlteredAsync(string page, string action, IEnumerable<KeyValuePair<string, string>> fields, Action<HttpRequestMessage> alter)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(action, UriKind.Relative)) { Content = new FormUrlEncodedContent([.. await HiddenAsync(page), .. fields]) };
        alter(request);
        return await http.SendAsync(request);
    }

    public async Task<HttpResponseMessage> PostRawAsync(string action, HttpContent content) => await http.PostAsync(new Uri(action, UriKind.Relative), content);

    public Task<HttpResponseMessage> EnvoyerAsync(HttpMethod method, string path) => http.SendAsync(new HttpRequestMessage(method, new Uri(path, UriKind.Relative)));

    public Task<HttpResponseMessage> EntrerAsync(string role, string id) =>
        PostAsync("/connexion", "/entrer", [KeyValuePair.Create("role", role), KeyValuePair.Create("id", id)]);

    private async Task<IEnumerable<KeyValuePair<string, string>>> HiddenAsync(string page)
    {
        var html = await (await GetAsync(page)).Content.ReadAsStringAsync();
        return [.. new[] { "__RequestVerificationToken", "_handler" }
            .Select(name => (Name: name, Match: Regex.Match(html, $"name=\"{name}\"[^>]*value=\"([^\"]*)\"")))
            .Where(h => h.Match.Success).Select(h => KeyValuePair.Create(h.Name, h.Match.Groups[1].Value))];
    }
}
