using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>
/// Starts the journeys of dossiers that were written and whose journey never began: the process stopped in between, the engine was away,
/// or an import ran while nothing else did. Each dossier fails by itself: it rests, ever longer, and the others have their turn.
/// </summary>
internal sealed class RepriseInscriptions(
    IDbContextFactory<DossiersDbContext> contexts, JourneyClient journeys, Echecs echecs, ILogger<RepriseInscriptions> logger)
    : ServicePeriodique(Interval, logger)
{
    public const string Service = "ouverture du parcours";

    /// <summary>So many calls in a row without an answer: the engine is away, and the others would only wait.</summary>
    private const int EngineAway = 3;

    private const int Batch = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>Where the round before stopped.</summary>
    private string after = "";

    internal override async Task TournerAsync(CancellationToken cancellationToken)
    {
        await SansObjetAsync(cancellationToken);
        var (silent, answered) = (new List<string>(), 0);
        var resting = await echecs.EnReposAsync(Service, cancellationToken);
        IReadOnlyList<string> batch;
        do
        {
            // Their names first, each row then by itself: a row that cannot be read stops no other.
            batch = await EnAttenteAsync(cancellationToken);
            foreach (var id in batch.Where(id => !resting.Contains(id)))
            {
                after = id;
                if (await ReprendreAsync(id, cancellationToken))
                {
                    answered++;
                    continue;
                }

                silent.Add(id);
                if (silent.Count >= EngineAway && answered == 0)
                {
                    logger.LogWarning("The engine does not answer; waiting journeys will be started later");
                    return;
                }
            }

            after = batch.Count < Batch ? "" : batch[^1];
        }
        while (batch.Count == Batch);

        foreach (var id in answered > 0 ? silent : [])
        {
            await NoterAsync(id, "le service ne répond pas pour ce dossier", cancellationToken);
        }
    }

    /// <summary>Whoever opened it: a journey that has begun is no failure any more.</summary>
    private async Task SansObjetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Echecs.Where(e => e.Service == Service && !db.Dossiers.Any(d => d.Id == e.DossierId && d.Statut == StatutDossier.AOuvrir)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<string>> EnAttenteAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Dossiers.Where(d => d.Statut == StatutDossier.AOuvrir && d.Id.CompareTo(after) > 0).OrderBy(d => d.Id).Select(d => d.Id).Take(Batch).ToListAsync(cancellationToken);
    }

    /// <summary>False when nobody answered.</summary>
    private async Task<bool> ReprendreAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var answer = await journeys.DemarrerAsync(await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id, cancellationToken), cancellationToken);
            if (answer is ReponseMoteur.Fait)
            {
                await echecs.OublierAsync(Service, id, cancellationToken);
            }
            else if (answer is not ReponseMoteur.SansReponse)
            {
                await NoterAsync(id, answer.Phrase, cancellationToken);
            }

            return answer is not ReponseMoteur.SansReponse;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(error, "Dossier {Dossier} cannot be opened", id);
            await NoterAsync(id, $"sa ligne n’est pas lisible ({error.GetType().Name})", cancellationToken);
            return true;
        }
    }

    private async Task NoterAsync(string id, string motif, CancellationToken cancellationToken)
    {
        if (await echecs.NoterAsync(Service, id, motif, cancellationToken))
        {
            logger.LogError("Dossier {Dossier} is given up after {Times} tries; « echecs » lists it", id, Echecs.Renonce);
        }
    }
}
