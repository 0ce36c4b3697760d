using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Espaces;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Acces;

/// <summary>Entering as a counsellor or as a person, and leaving. The form's token is checked by the framework.</summary>
internal static class AccesEndpoints
{
    public static void MapAcces(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/entrer", ChoisirAsync).AllowAnonymous();
        routes.MapPost("/sortir", SortirAsync).AllowAnonymous();

        // It changes nothing: it shows what its sender sent.
        routes.MapPost("/reprise", () => new RazorComponentResult<App>()).WithOrder(EspacesServices.AvantLesPages).RequireAuthorization();
    }

    /// <summary>The cookie of a session, for <paramref name="role"/> and the account it acts as.</summary>
    public static Task EntrerAsync(HttpContext context, string role, Compte compte) =>
        context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Comptes.Identite(role, compte));

    private static async Task<IResult> ChoisirAsync(
        HttpContext context, IDbContextFactory<DossiersDbContext> contexts, [FromForm] string? role, [FromForm] string? id, [FromForm] string? retour)
    {
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        if (await Comptes.TrouverAsync(db, role, id, context.RequestAborted) is not { } compte)
        {
            return Results.LocalRedirect("/connexion?inconnu=oui");
        }

        await EntrerAsync(context, role!, compte);
        if (EnvoiGarde.Porte(context.Request, await context.Request.ReadFormAsync(context.RequestAborted)) is not null)
        {
            // The same form again, with the new session: a page shows what it carries.
            return Results.LocalRedirect("/reprise", preserveMethod: true);
        }

        return Results.LocalRedirect(Retour.Local(retour) ?? (role == Roles.Conseiller ? "/ma-journee" : "/mon-parcours"));
    }

    private static async Task<IResult> SortirAsync(HttpContext context, [FromForm] string? _)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/");
    }
}
