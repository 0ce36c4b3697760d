using System.Net;

namespace FranceTravail.Parcours.Host.Acces;

/// <summary>
/// Sign-in is a choice of role without a password: only this machine may ask for a page, and by its own name. A page elsewhere whose name
/// leads here would else read what it asks for.
/// </summary>
internal static class LoopbackOnly
{
    public static IApplicationBuilder UseLoopbackOnly(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // No remote address: an in-memory server, which nothing outside the process can reach.
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
        {
            await RefuserAsync(context, StatusCodes.Status403Forbidden, "Cette version ne répond qu’à la machine où elle tourne : l’entrée s’y fait sans mot de passe.");
        }
        else if (!EstDici(context.Request.Host))
        {
            await RefuserAsync(context, StatusCodes.Status400BadRequest, "Cette adresse n’est pas celle de Parcours : ouvrez-le par « localhost » ou « 127.0.0.1 ».");
        }
        else
        {
            await next(context);
        }
    });

    /// <summary>What to say at the start of pages that listen to the network at <paramref name="url"/>, and answer nobody there; null when they do not.</summary>
    public static string? Avertissement(string url) => EstDici(new HostString(new Uri(url).Authority)) ? null
        : $"Les pages écoutent le réseau à {url}, mais cette version ne répond qu’à la machine où elle tourne : toute autre est refusée (403).";

    private static bool EstDici(HostString host) =>
        !host.HasValue || host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Host, out var address) && IPAddress.IsLoopback(address));

    private static Task RefuserAsync(HttpContext context, int status, string phrase)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(phrase);
    }
}
