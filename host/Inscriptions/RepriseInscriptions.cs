using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>
/// Starts the journeys of dossiers that were written and whose journey never began: the process stopped in between, the engine was away,
/// or an import ran while nothing else did.
/// </summary>
internal sealed class RepriseInscriptions(
    IDbContextFactory<DossiersDbContext> contexts, JourneyClient journeys, ILogger<RepriseInscriptions> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    private const int Batch = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time on purpose: how often we look does not follow a virtual clock.
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await ReprendreAsync(stoppingToken);
            }
            catch (MoteurIndisponibleException)
            {
                logger.LogWarning("The engine does not answer; waiting journeys will be started later");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReprendreAsync(CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var waiting = await db.Dossiers.AsNoTracking()
                .Where(d => d.Statut == StatutDossier.AOuvrir && d.Id.CompareTo(after) > 0)
                .OrderBy(d => d.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var dossier in waiting)
            {
                await journeys.DemarrerAsync(dossier, cancellationToken);
            }

            if (waiting.Count < Batch)
            {
                return;
            }

            after = waiting[^1].Id;
        }
    }
}
