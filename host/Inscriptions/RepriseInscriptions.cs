using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Inscriptions;

/// <summary>
/// Starts the journeys of dossiers that were written and whose journey never began: the process stopped in between, the engine was away,
/// or an import ran while nothing else did.
/// </summary>
internal sealed class RepriseInscriptions(
    IDbContextFactory<DossiersDbContext> contexts, JourneyClient journeys, Echecs echecs, ILogger<RepriseInscriptions> logger)
    : ServicePeriodique(TimeSpan.FromSeconds(15), logger)
{
    public const string Service = "ouverture du parcours";

    private readonly Tournee tournee = new(Service, echecs, logger);

    internal override async Task TournerAsync(CancellationToken cancellationToken)
    {
        await SansObjetAsync(cancellationToken);
        await tournee.FaireAsync(await EnAttenteAsync(cancellationToken), ReprendreAsync, "sa ligne n’est pas lisible", cancellationToken);
    }

    /// <summary>Whoever opened it: a journey that has begun is no failure any more.</summary>
    private async Task SansObjetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Echecs.Where(e => e.Service == Service && !db.Dossiers.Any(d => d.Id == e.DossierId && d.Statut == StatutDossier.AOuvrir)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Their names only, each row then by itself: a row that cannot be read stops no other. Not those that wait for an operator.</summary>
    private async Task<IReadOnlyList<string>> EnAttenteAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Dossiers
            .Where(d => d.Statut == StatutDossier.AOuvrir && !db.Echecs.Any(e => e.DossierId == d.Id && e.Service == VeilleParcours.Interrompu))
            .Select(d => d.Id).ToListAsync(cancellationToken);
    }

    private async Task<ReponseMoteur> ReprendreAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var answer = await journeys.DemarrerAsync(await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id, cancellationToken), cancellationToken);
        if (answer is not ReponseMoteur.Refuse { Raison: JourneyClient.Arrete })
        {
            return answer;
        }

        // It is not opened by trying again: the operator is told as of any journey that was interrupted, and the watch goes on telling it.
        await echecs.NoterAsync(VeilleParcours.Interrompu, id, VeilleParcours.DireArret("arrêté avant sa première décision", id), cancellationToken);
        return new ReponseMoteur.Fait(JourneyClient.Arrete);
    }
}
