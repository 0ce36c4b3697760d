using Microsoft.AspNetCore.Antiforgery;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Whatever fails, the page of the error is shown, in French, with what was posted. That page runs in services of its own: those of the failed
/// page may hold half of it. It is read, not posted, or the token that failed the post would fail its error page too.
/// </summary>
internal static class ErrorPages
{
    private const string Prefix = "/erreur";

    /// <summary>A page without any service, for when the page of the error fails as well.</summary>
    private const string LastWord =
        """
        <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Quelque chose n’a pas fonctionné — Parcours</title></head>
        <body><h1>Quelque chose n’a pas fonctionné</h1><p>Ce n’est pas de votre fait. Revenez en arrière : ce que vous aviez écrit y est encore. Réessayez dans un moment.</p></body></html>
        """;

    /// <summary>Everything that makes an error a French page; to be placed before what may fail.</summary>
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.Use(LastWordAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = $"{Prefix}/500",
            CreateScopeForErrors = true,
            StatusCodeSelector = StatusOf,

            // What was wrong with a request is said to its sender, and no failure of ours.
            SuppressDiagnosticsCallback = failed => StatusOf(failed.Exception) < StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute($"{Prefix}/{{0}}", createScopeForStatusCodePages: true);
        app.Use(ShowAsync);
    }

    /// <summary>A body that is not the form it says it is: the sender's fault, not ours. A store that does not answer: neither's, and it passes.</summary>
    private static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException or AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ when Inscriptions.PanneDossiers.Est(error) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task LastWordAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Parcours").LogError(error, "The page of an error failed too");
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(LastWord);
        }
    }

    private static async Task ShowAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Prefix))
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest })
            {
                // A refused Blazor form says that its answer is a page, and gives none.
                context.Response.ContentType = null;
            }

            return;
        }

        context.Features.Set<IAntiforgeryValidationFeature>(null);
        context.Features.Set(await EnvoiGarde.DeAsync(context));
        context.Request.Method = HttpMethods.Get;

        // Whoever sent it here may have looked for its route already, by the method that failed.
        context.SetEndpoint(null);
        context.Request.RouteValues = [];
        (context.Request.ContentType, context.Request.ContentLength) = (null, null);
        await next(context);
    }
}
