using Microsoft.AspNetCore.Antiforgery;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// A failed post is answered by running the page of its error: that page is read, not posted, or the token that failed the post
/// would fail its error page too.
/// </summary>
internal static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/erreur"))
        {
            context.Request.Method = HttpMethods.Get;
            context.Request.ContentType = null;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        return next(context);
    });
}
