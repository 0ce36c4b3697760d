using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace FranceTravail.Parcours.Activities.Tests.Partenaires;

/// <summary>A partner that always answers the same bytes.</summary>
internal sealed class PartenaireFactice(WebApplication app) : IAsyncDisposable
{
    public Uri Address => new(app.Urls.Single());

    public static async Task<PartenaireFactice> DemarrerAsync(string type, string body, int status = StatusCodes.Status200OK)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.ContentType = type;
            await http.Response.WriteAsync(body);
        });
        await app.StartAsync();
        return new PartenaireFactice(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
