using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>
/// Says to journeys the data that wait for them: the engine was away during an import, the import was stopped, or a journey was interrupted and
/// has been taken up. Each dossier fails by itself: it rests, ever longer, and the others have their turn.
/// </summary>
internal sealed class EnvoiDonnees(IDbContextFactory<DossiersDbContext> contexts, ReceptionDonnees reception, Echecs echecs, ILogger<EnvoiDonnees> logger)
    : ServicePeriodique(TimeSpan.FromSeconds(15), logger)
{
    public const string Service = "mise à jour des données";

    /// <summary>So many calls in a row without an answer: the engine is away, and the others would only wait.</summary>
    private const int EngineAway = 3;

    internal override async Task TournerAsync(CancellationToken cancellationToken)
    {
        await SansObjetAsync(cancellationToken);
        var resting = await echecs.EnReposAsync(Service, cancellationToken);
        var silences = 0;
        foreach (var id in (await EnAttenteAsync(cancellationToken)).Where(id => !resting.Contains(id)))
        {
            silences = await EnvoyerAsync(id, cancellationToken) is ReponseMoteur.SansReponse ? silences + 1 : 0;
            if (silences == EngineAway)
            {
                logger.LogWarning("The engine does not answer; data received of persons will be sent later");
                return;
            }
        }
    }

    /// <summary>Whoever said them: data that wait no more are no failure any more.</summary>
    private async Task SansObjetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Echecs.Where(e => e.Service == Service && !db.Donnees.Any(d => d.DossierId == e.DossierId && d.EnAttente)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Not of a journey that has not begun, nor of one that is known to be interrupted: nobody would take them.</summary>
    private async Task<IReadOnlyList<string>> EnAttenteAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Donnees
            .Where(d => d.EnAttente
                && db.Dossiers.Any(x => x.Id == d.DossierId && x.Statut != StatutDossier.AOuvrir)
                && !db.Echecs.Any(e => e.DossierId == d.DossierId && e.Service == VeilleParcours.Interrompu))
            .Select(d => d.DossierId).Distinct().ToListAsync(cancellationToken);
    }

    private async Task<ReponseMoteur> EnvoyerAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await reception.EnvoyerAsync(id, cancellationToken);
            if (answer is ReponseMoteur.Inconnu)
            {
                await NoterAsync(id, answer.Phrase, cancellationToken);
            }
            else if (answer is ReponseMoteur.Fait)
            {
                await echecs.OublierAsync(Service, id, cancellationToken);
            }

            return answer;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(error, "The data received for dossier {Dossier} cannot be sent", id);
            await NoterAsync(id, $"elles ne sont pas lisibles ({error.GetType().Name})", cancellationToken);
            return new ReponseMoteur.Inconnu();
        }
    }

    private async Task NoterAsync(string id, string motif, CancellationToken cancellationToken)
    {
        if (await echecs.NoterAsync(Service, id, motif, cancellationToken))
        {
            logger.LogError("The data received for dossier {Dossier} are given up after {Times} tries; « echecs » lists it", id, Echecs.Renonce);
        }
    }
}
