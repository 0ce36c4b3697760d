using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Acces;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Direct;

/// <summary>Server events that tell an open page that what it shows has changed; the page then fetches itself again.</summary>
internal static class DirectEndpoints
{
    public static void MapDirect(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/direct/dossiers/{id}", async Task<IResult> (
            string id, Session session, IDbContextFactory<DossiersDbContext> contexts, VeilleDossiers veille, CancellationToken stop) =>
            await MayFollowAsync(contexts, session, id, stop)
                ? Flux(veille, () => OfDossierAsync(contexts, id, stop), stop)
                : Results.NotFound()).RequireAuthorization();
        routes.MapGet("/direct/journee", (Session session, IDbContextFactory<DossiersDbContext> contexts, VeilleDossiers veille, CancellationToken stop) =>
        {
            var lecteur = session.Lecteur;
            return Flux(veille, () => OfInboxAsync(contexts, lecteur, stop), stop);
        }).RequireAuthorization(policy => policy.RequireRole(Roles.Conseiller));
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

    private static ServerSentEventsResult<string> Flux(VeilleDossiers veille, Func<Task<string>> mark, CancellationToken stop) =>
        TypedResults.ServerSentEvents(ChangesAsync(veille, mark, stop));

    private static async IAsyncEnumerable<SseItem<string>> ChangesAsync(
        VeilleDossiers veille, Func<Task<string>> mark, [EnumeratorCancellation] CancellationToken stop)
    {
        using var listening = veille.Ecouter(out var changes);
        var seen = await mark();
        yield return new(seen, "etat");
        while (await changes.WaitToReadAsync(stop))
        {
            changes.TryRead(out _);
            var current = await mark();
            if (current != seen)
            {
                seen = current;
                yield return new(current, "changement");
            }
        }
    }

    /// <summary>A text that differs when the journey was projected again or a letter left.</summary>
    private static async Task<string> OfDossierAsync(IDbContextFactory<DossiersDbContext> contexts, string id, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var projection = await db.Dossiers.Where(d => d.Id == id).Select(d => d.Projection).SingleOrDefaultAsync(stop);
        var letters = await db.Courriers.CountAsync(c => c.DossierId == id, stop);
        return $"{projection}.{letters}";
    }

    /// <summary>A text that differs when the open tasks of a counsellor or of her territory's queue do.</summary>
    private static async Task<string> OfInboxAsync(IDbContextFactory<DossiersDbContext> contexts, Lecteur lecteur, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var tasks = await Espaces.Accompagnement.Boite.De(db, lecteur).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Opened = g.Max(t => t.OuverteLe), Reminded = g.Max(t => t.DernierRappel), Due = g.Max(t => t.Echeance) })
            .SingleOrDefaultAsync(stop);
        var appointments = await db.RendezVous.Where(r => r.ConseillerId == lecteur.Id).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Latest = g.Max(r => r.Debut) }).SingleOrDefaultAsync(stop);
        return $"{tasks}{appointments}";
    }
}
