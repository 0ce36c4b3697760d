using FranceTravail.Parcours.Activities;
using FranceTravail.Parcours.Host.Acces;

namespace FranceTravail.Parcours.Host.Espaces.Courriers;

/// <summary>One letter, as it was sent: a print-ready page that may run nothing and load nothing; only the calendar file of an appointment can be fetched from it.</summary>
internal static class CourriersEndpoints
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-same-origin allow-downloads; frame-ancestors 'none'";

    public static void MapCourriers(this IEndpointRouteBuilder routes) => routes.MapGet("/courriers/{id}", async (
        string id, Session session, CourriersQuery query, JournalAcces journal, ActivitiesOptions options, HttpContext context, CancellationToken cancellationToken) =>
    {
        var letter = await query.UnAsync(session, id, cancellationToken);
        var root = Path.GetFullPath(options.CourriersDirectory) + Path.DirectorySeparatorChar;
        var file = letter is null ? "" : Path.GetFullPath(Path.Combine(root, letter.Fichier));
        if (!file.StartsWith(root, StringComparison.Ordinal) || !File.Exists(file))
        {
            return Results.NotFound();
        }

        await journal.NoterAsync(session, JournalAcces.Courrier, [letter!.DossierId], cancellationToken);
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.File(file, file.EndsWith(".html", StringComparison.Ordinal) ? "text/html; charset=utf-8" : "text/plain; charset=utf-8");
    }).RequireAuthorization();
}
