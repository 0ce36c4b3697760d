using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Inscriptions;
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
    IDbContextFactory<DossiersDbContext> contexts, JourneyClient journeys, Echecs echecs, TimeProvider clock, ILogger<BalayageBrouillons> logger)
    : ServicePeriodique(TimeSpan.FromMinutes(5), logger)
{
    public const string Service = "suite des brouillons";

    /// <summary>Long after whoever typed it has sent it again, or gave up.</summary>
    public static readonly Duration Age = Duration.FromHours(1);

    private readonly Tournee tournee = new(Service, echecs, logger);

    internal override async Task TournerAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().ToInstant() - Age;
        await SansObjetAsync(cancellationToken);
        await tournee.FaireAsync(await EnAttenteAsync(before, cancellationToken), (id, stop) => ConclureAsync(id, before, stop), "ses brouillons ne peuvent pas être conclus", cancellationToken);
    }

    /// <summary>Whoever concluded them: a dossier without a draft is no failure any more.</summary>
    private async Task SansObjetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Echecs.Where(e => e.Service == Service && !db.TextesLibres.Any(t => t.DossierId == e.DossierId && t.EnAttente != null)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> EnAttenteAsync(Instant before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TextesLibres.Where(t => t.EnAttente != null && t.CreeLe < before).Select(t => t.DossierId).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>All drafts of a dossier; the first that is not concluded says why.</summary>
    private async Task<ReponseMoteur> ConclureAsync(string dossierId, Instant before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var draft in await db.TextesLibres.AsNoTracking().Where(t => t.DossierId == dossierId && t.EnAttente != null && t.CreeLe < before).OrderBy(t => t.Id).ToListAsync(cancellationToken))
        {
            var answer = await journeys.SuiteAsync(dossierId, draft.Flux, draft.EnAttente!, cancellationToken);
            if (answer.EstIncertain)
            {
                return answer;
            }

            await ConclureAsync(db, draft, answer, before, cancellationToken);
        }

        return new ReponseMoteur.Fait("Ses brouillons sont conclus.");
    }

    private static async Task ConclureAsync(DossiersDbContext db, TexteLibre draft, ReponseMoteur answer, Instant before, CancellationToken cancellationToken)
    {
        var rows = db.TextesLibres.Where(t => t.Id == draft.Id && t.EnAttente == draft.EnAttente);
        if (answer is ReponseMoteur.Fait || await EstCiteAsync(db, draft, cancellationToken))
        {
            await rows.ExecuteUpdateAsync(set => set.SetProperty(t => t.EnAttente, (string?)null), cancellationToken);
        }
        else
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
