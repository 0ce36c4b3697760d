using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;

namespace FranceTravail.Parcours.Host.Espaces.Taches;

/// <summary>
/// Drafts whose post had no answer, or whose process died before it had one: the journey is asked what became of the act. A draft of an act
/// that it took counts; one of an act that it never took is deleted.
/// </summary>
internal sealed class BalayageBrouillons(
    IDbContextFactory<DossiersDbContext> contexts, JourneyClient journeys, TimeProvider clock, ILogger<BalayageBrouillons> logger)
    : ServicePeriodique(TimeSpan.FromMinutes(5), logger)
{
    /// <summary>Long after whoever typed it has sent it again, or gave up.</summary>
    public static readonly Duration Age = Duration.FromHours(1);

    private const int Batch = 100;

    /// <summary>Where the round before ended: what has no answer for days does not keep the others waiting.</summary>
    private string after = "";

    internal override async Task TournerAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().ToInstant() - Age;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var drafts = await db.TextesLibres.AsNoTracking().Where(t => t.EnAttente != null && t.CreeLe < before && t.Id.CompareTo(after) > 0)
            .OrderBy(t => t.Id).Take(Batch).ToListAsync(cancellationToken);
        after = drafts.Count < Batch ? "" : drafts[^1].Id;
        foreach (var draft in drafts)
        {
            await ConclureAsync(db, draft, before, cancellationToken);
        }
    }

    private async Task ConclureAsync(DossiersDbContext db, TexteLibre draft, Instant before, CancellationToken cancellationToken)
    {
        var rows = db.TextesLibres.Where(t => t.Id == draft.Id && t.EnAttente == draft.EnAttente);
        var answer = await journeys.SuiteAsync(draft.DossierId, draft.Flux, draft.EnAttente!, cancellationToken);
        if (answer is ReponseMoteur.Fait || (answer is ReponseMoteur.Refuse && await EstCiteAsync(db, draft, cancellationToken)))
        {
            await rows.ExecuteUpdateAsync(set => set.SetProperty(t => t.EnAttente, (string?)null), cancellationToken);
        }
        else if (answer is ReponseMoteur.Refuse)
        {
            // Unless it has just been posted again.
            await rows.Where(t => t.CreeLe < before).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>A journey that went on in a new run, or in another past, no longer knows the acts of the one before; what it recorded of them does.</summary>
    private static async Task<bool> EstCiteAsync(DossiersDbContext db, TexteLibre draft, CancellationToken cancellationToken) =>
        (await db.Faits.IgnoreQueryFilters().AsNoTracking().Where(f => f.DossierId == draft.DossierId).ToListAsync(cancellationToken)).Any(f => f.Donnees.Values.Contains(draft.Id))
        || await db.Contrats.AnyAsync(c => c.DossierId == draft.DossierId && c.Lignes.Any(l => l.TexteId == draft.Id), cancellationToken);
}
