using FranceTravail.Parcours.Host.Acces;

namespace FranceTravail.Parcours.Host.Territoires;

/// <summary>The brand of a territory as a style sheet: two tokens over the neutral ones.</summary>
internal static class ThemeEndpoint
{
    public static void MapTheme(this IEndpointRouteBuilder routes) => routes.MapGet("/theme/{code}.css", (string code, RegistreTerritoires territoires, HttpContext context) =>
    {
        var territoire = territoires.Par(code);
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Text($":root {{ --accent: {territoire.Accent}; --accent-pale: {territoire.AccentPale}; }}\n", "text/css");
    }).AllowAnonymous().WithMetadata(SansCompte.Marque);
}
