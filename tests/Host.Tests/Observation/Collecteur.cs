using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace FranceTravail.Parcours.Host.Tests.Observation;

/// <summary>A collector of OpenTelemetry that keeps what it is sent, as bytes read one by one.</summary>
internal sealed class Collecteur(WebApplication app, ConcurrentQueue<(string Chemin, string Corps)> recus) : IAsyncDisposable
{
    public string Adresse => app.Urls.Single();

    public IReadOnlyCollection<(string Chemin, string Corps)> Recus => recus;

    public static async Task<Collecteur> DemarrerAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var (app, recus) = (builder.Build(), new ConcurrentQueue<(string, string)>());
        app.Run(async http =>
        {
            using var corps = new MemoryStream();
            await http.Request.Body.CopyToAsync(corps);
            recus.Enqueue((http.Request.Path, Encoding.UTF8.GetString(corps.ToArray())));
            http.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync();
        return new(app, recus);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
