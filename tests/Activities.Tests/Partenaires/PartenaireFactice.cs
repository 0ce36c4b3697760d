using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace FranceTravail.Parcours.Activities.Tests.Partenaires;

/// <summary>A partner that always answers the same bytes.</summary>
internal sealed class PartenaireFactice(WebApplication app) : IAsyncDisposable
{
    public Uri Address => new(app.Urls.Single());

    /// <summary>An agenda that offers these slots, whatever is asked, and lets each be booked.</summary>
    public static Task<PartenaireFactice> AgendaAsync(params string[] debuts) => DemarrerAsync(async http =>
    {
        if (http.Request.Path == "/agenda/creneaux")
        {
            await http.Response.WriteAsJsonAsync(debuts.Select((d, i) => new { id = $"{i}", debut = d, fin = d }));
        }
        else if (HttpMethods.IsPost(http.Request.Method))
        {
            var creneau = (await http.Request.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>())!["creneau"]!.GetValue<string>();
            var debut = debuts[int.Parse(creneau, System.Globalization.CultureInfo.InvariantCulture)];
            await http.Response.WriteAsJsonAsync(new { reservation = creneau, debut, fin = debut });
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await http.Response.WriteAsJsonAsync(new { code = "aucune-reservation" });
        }
    });

    public static Task<PartenaireFactice> DemarrerAsync(string type, string body, int status = StatusCodes.Status200OK) => DemarrerAsync(async http =>
    {
        http.Response.StatusCode = status;
        http.Response.Headers.ContentType = type;
        await http.Response.WriteAsync(body);
    });

    private static async Task<PartenaireFactice> DemarrerAsync(RequestDelegate repondre)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(repondre);
        await app.StartAsync();
        return new PartenaireFactice(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
