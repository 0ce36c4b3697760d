using System.Security.Claims;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Espaces;
using FranceTravail.Parcours.Workflows.Competence;
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

    /// <summary>The cookie of a session, for <paramref name="role"/> and the identifier it acts as.</summary>
    public static Task EntrerAsync(HttpContext context, string role, string id, string territoire, Agent? agent = null) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Role, role), new(Session.TerritoireClaim, territoire), new(Session.EncadrantClaim, agent?.Encadrant is true ? "oui" : "non"), new(Session.AutoriteClaim, $"{agent?.Autorite}"), new(Session.OrganismeClaim, $"{agent?.Organisme}")],
            CookieAuthenticationDefaults.AuthenticationScheme)));

    private static async Task<IResult> ChoisirAsync(
        HttpContext context, IDbContextFactory<DossiersDbContext> contexts, [FromForm] string? role, [FromForm] string? id, [FromForm] string? retour)
    {
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        var entry = role switch
        {
            Roles.Conseiller => await db.Conseillers.Where(c => c.Id == id).Select(c => new { c.Territoire, Agent = (Agent?)new Agent(c.Organisme, c.Autorite, c.Encadrant) }).FirstOrDefaultAsync(context.RequestAborted),
            Roles.Personne => await db.Dossiers.Where(d => d.Id == id).Select(d => new { d.Territoire, Agent = (Agent?)null }).FirstOrDefaultAsync(context.RequestAborted),
            _ => null,
        };
        if (entry is null)
        {
            return Results.LocalRedirect("/connexion?inconnu=oui");
        }

        await EntrerAsync(context, role!, id!, entry.Territoire, entry.Agent);
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
