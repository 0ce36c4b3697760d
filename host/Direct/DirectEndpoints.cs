using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Direct;

/// <summary>Server events that tell an open page that what it shows has changed; the page then fetches itself again.</summary>
internal static class DirectEndpoints
{
    public static void MapDirect(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/direct/dossiers/{id}", async Task<IResult> (
            string id, ClaimsPrincipal user, Session session, IDbContextFactory<DossiersDbContext> contexts, VeilleDossiers veille, CancellationToken stop) =>
            await MayFollowAsync(contexts, session, id, stop)
                ? TypedResults.ServerSentEvents(ChangesAsync(
                    veille,
                    [Sujets.Dossier(id)],
                    async () => await Comptes.VautEncoreAsync(contexts, user, stop) && await MayFollowAsync(contexts, session, id, stop),
                    stop))
                : Results.NotFound()).RequireAuthorization();
        routes.MapGet("/direct/journee", (ClaimsPrincipal user, Session session, IDbContextFactory<DossiersDbContext> contexts, VeilleDossiers veille, CancellationToken stop) =>
            TypedResults.ServerSentEvents(ChangesAsync(veille, EtatDirect.DeLaJournee(session.Compte), () => Comptes.VautEncoreAsync(contexts, user, stop), stop))).RequireAuthorization(policy => policy.RequireRole(Roles.Conseiller));
    }

    /// <summary>Who may read a dossier may know that it changes: the person herself, and the counsellors of its territory.</summary>
    private static async Task<bool> MayFollowAsync(IDbContextFactory<DossiersDbContext> contexts, Session session, string id, CancellationToken stop)
    {
        if (session.EstPersonne)
        {
            return session.Id == id;
        }

        var territory = session.Territoire.Code;
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.Dossiers.AnyAsync(d => d.Id == id && d.Territoire == territory, stop);
    }

    /// <summary>
    /// A stream may be open for days: before anything is said the right to hear it is looked at again, and without it the stream ends. The page
    /// then asks for a new one, which is answered to whom its account makes it now.
    /// </summary>
    private static async IAsyncEnumerable<SseItem<string>> ChangesAsync(
        VeilleDossiers veille, IReadOnlyList<string> sujets, Func<Task<bool>> peutSuivre, [EnumeratorCancellation] CancellationToken stop)
    {
        using var ecoute = veille.Ecouter(sujets);
        var seen = await ecoute.EtatAsync(stop);
        yield return new(seen, "etat");
        while (true)
        {
            await ecoute.AttendreAsync(stop);
            if (await ecoute.EtatAsync(stop) is var current && current != seen)
            {
                if (!await peutSuivre())
                {
                    yield break;
                }

                seen = current;
                yield return new(current, "changement");
            }
        }
    }
}
