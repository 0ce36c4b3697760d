using System.Security.Claims;
using FranceTravail.Parcours.Activities.Dossiers;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Acces;

/// <summary>The accounts behind sessions: found to enter, and read again while a session lasts.</summary>
internal static class Comptes
{
    public static Task<Compte?> TrouverAsync(DossiersDbContext db, string? role, string? id, CancellationToken cancellationToken) => role switch
    {
        Roles.Conseiller => db.Conseillers.Where(c => c.Id == id).Select(c => new Compte(c.Id, c.Territoire, c.Encadrant) { Autorite = c.Autorite, Organisme = c.Organisme }).FirstOrDefaultAsync(cancellationToken),
        Roles.Personne => db.Dossiers.Where(d => d.Id == id).Select(d => new Compte(d.Id, d.Territoire, false)).FirstOrDefaultAsync(cancellationToken),
        _ => Task.FromResult<Compte?>(null),
    };

    public static ClaimsPrincipal Identite(string role, Compte compte) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, compte.Id),
            new(ClaimTypes.Role, role),
            new(Session.TerritoireClaim, compte.Territoire),
            new(Session.EncadrantClaim, compte.Encadrant ? "oui" : "non"),
            new(Session.AutoriteClaim, $"{compte.Autorite}"),
            new(Session.OrganismeClaim, $"{compte.Organisme}"),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

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
        return await TrouverAsync(db, role, id, cancellationToken) is { } compte ? Identite(role, compte) : null;
    }
}
