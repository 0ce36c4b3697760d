using System.Net;

namespace FranceTravail.Parcours.Host.Acces;

/// <summary>Sign-in is a choice of role without a password: only this machine may ask for a page.</summary>
internal static class LoopbackOnly
{
    public static IApplicationBuilder UseLoopbackOnly(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // No remote address: an in-memory server, which nothing outside the process can reach.
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("Cette version ne répond qu’à la machine où elle tourne : l’entrée s’y fait sans mot de passe.");
            return;
        }

        await next(context);
    });
}
