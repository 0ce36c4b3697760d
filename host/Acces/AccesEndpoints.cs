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
    public static Task EntrerAsync(HttpContext context, string role, string id, string territoire, Agent? agent = null) =>
        context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Identite(role, id, new(territoire, agent)));

    /// <summary>
    /// A session is what its account is now: a person whose dossier went to another territory, or a counsellor whose post changed, needs no new
    /// one; of an account that is gone it ends, on pages for everybody too.
    /// </summary>
    public static async Task RevoirAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<SansCompte>() is not null || context.Principal is not { } user)
        {
            return;
        }

        ClaimsPrincipal? revue;
        try
        {
            revue = await RelireAsync(context.HttpContext.RequestServices.GetRequiredService<IDbContextFactory<DossiersDbContext>>(), user, context.HttpContext.RequestAborted);
        }
        catch (DossiersException)
        {
            // The page says so, or needs no store.
            return;
        }

        if (revue is null)
        {
            context.RejectPrincipal();
        }
        else if (!EstLaMeme(revue, user))
        {
            context.ReplacePrincipal(revue);
            context.ShouldRenew = true;
        }
    }

    /// <summary>True while the account of <paramref name="user"/> is there, and is as the session has it.</summary>
    public static async Task<bool> VautEncoreAsync(IDbContextFactory<DossiersDbContext> contexts, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await RelireAsync(contexts, user, cancellationToken) is { } revue && EstLaMeme(revue, user);

    private static bool EstLaMeme(ClaimsPrincipal revue, ClaimsPrincipal user) => revue.Claims.Select(c => (c.Type, c.Value)).SequenceEqual(user.Claims.Select(c => (c.Type, c.Value)));

    /// <summary>As its account is now; null when that is gone.</summary>
    private static async Task<ClaimsPrincipal?> RelireAsync(IDbContextFactory<DossiersDbContext> contexts, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id || user.FindFirstValue(ClaimTypes.Role) is not { } role)
        {
            return user;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await TrouverAsync(db, role, id, cancellationToken) is { } compte ? Identite(role, id, compte) : null;
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
