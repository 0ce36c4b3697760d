using System.Security.Claims;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Espaces;
using FranceTravail.Parcours.Workflows.Competence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
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
    public static Task EntrerAsync(HttpContext context, string role, string id, string territoire, Agent? agent = null) =>
        context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Identite(role, id, new(territoire, agent)));

    /// <summary>
    /// A session is what its account is now: a person whose dossier went to another territory, or a counsellor whose post changed, needs no new
    /// one; of an account that is gone it ends.
    /// </summary>
    public static async Task RevoirAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || context.Principal is not { } user || user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id || user.FindFirstValue(ClaimTypes.Role) is not { } role)
        {
            return;
        }

        await using var db = await context.HttpContext.RequestServices.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContextAsync(context.HttpContext.RequestAborted);
        Entree? compte;
        try
        {
            compte = await TrouverAsync(db, role, id, context.HttpContext.RequestAborted);
        }
        catch (DossiersException)
        {
            // The page says so, or needs no store.
            return;
        }

        if (compte is null)
        {
            context.RejectPrincipal();
        }
        else if (Identite(role, id, compte) is var revue && !revue.Claims.Select(c => (c.Type, c.Value)).SequenceEqual(user.Claims.Select(c => (c.Type, c.Value))))
        {
            context.ReplacePrincipal(revue);
            context.ShouldRenew = true;
        }
    }

    private static ClaimsPrincipal Identite(string role, string id, Entree compte) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, id),
            new(ClaimTypes.Role, role),
            new(Session.TerritoireClaim, compte.Territoire),
            new(Session.EncadrantClaim, compte.Agent?.Encadrant is true ? "oui" : "non"),
            new(Session.AutoriteClaim, $"{compte.Agent?.Autorite}"),
            new(Session.OrganismeClaim, $"{compte.Agent?.Organisme}"),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    private static Task<Entree?> TrouverAsync(DossiersDbContext db, string? role, string? id, CancellationToken cancellationToken) => role switch
    {
        Roles.Conseiller => db.Conseillers.Where(c => c.Id == id).Select(c => new Entree(c.Territoire, new Agent(c.Organisme, c.Autorite, c.Encadrant))).FirstOrDefaultAsync(cancellationToken),
        Roles.Personne => db.Dossiers.Where(d => d.Id == id).Select(d => new Entree(d.Territoire, null)).FirstOrDefaultAsync(cancellationToken),
        _ => Task.FromResult<Entree?>(null),
    };

    private static async Task<IResult> ChoisirAsync(
        HttpContext context, IDbContextFactory<DossiersDbContext> contexts, [FromForm] string? role, [FromForm] string? id, [FromForm] string? retour)
    {
        await using var db = await contexts.CreateDbContextAsync(context.RequestAborted);
        var entry = await TrouverAsync(db, role, id, context.RequestAborted);
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

    private sealed record Entree(string Territoire, Agent? Agent);
}
