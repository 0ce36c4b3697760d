using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>
/// Says to journeys the data that wait for them: the engine was away during an import, the import was stopped, or a journey was interrupted and
/// has been taken up.
/// </summary>
internal sealed class EnvoiDonnees(IDbContextFactory<DossiersDbContext> contexts, ReceptionDonnees reception, Echecs echecs, ILogger<EnvoiDonnees> logger)
    : ServicePeriodique(TimeSpan.FromSeconds(15), logger)
{
    public const string Service = "mise à jour des données";

    /// <summary>What the watch says of a journey that takes nothing until an operator has it taken up, or begun anew.</summary>
    private static readonly string[] Arrets = [VeilleParcours.Interrompu, VeilleParcours.Perdu];

    private readonly Tournee tournee = new(Service, echecs, logger);

    internal override async Task TournerAsync(CancellationToken cancellationToken)
    {
        await SansObjetAsync(cancellationToken);
        await tournee.FaireAsync(await EnAttenteAsync(cancellationToken), EnvoyerAsync, "elles ne sont pas lisibles", cancellationToken);
    }

    /// <summary>
    /// Whoever said them: data that wait no more are no failure any more. Nor are those of a journey that stands still: they are not to rest any
    /// longer once it is taken up.
    /// </summary>
    private async Task SansObjetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var arretes = await db.Echecs.Where(e => Arrets.Contains(e.Service)).Select(e => e.DossierId).ToListAsync(cancellationToken);
        await db.Echecs
            .Where(e => e.Service == Service && (arretes.Contains(e.DossierId) || !db.Donnees.Any(d => d.DossierId == e.DossierId && d.EnAttente)))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Not of a journey that has not begun, nor of one that is known to stand still: nobody would take them.</summary>
    private async Task<IReadOnlyList<string>> EnAttenteAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Donnees
            .Where(d => d.EnAttente
                && db.Dossiers.Any(x => x.Id == d.DossierId && x.Statut != StatutDossier.AOuvrir)
                && !db.Echecs.Any(e => e.DossierId == d.DossierId && Arrets.Contains(e.Service)))
            .Select(d => d.DossierId).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>Refused because the journey has ended, they are gone, and nothing is left to be tried.</summary>
    private async Task<ReponseMoteur> EnvoyerAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await reception.EnvoyerAsync(id, cancellationToken);
        return answer is ReponseMoteur.Refuse { Raison: ReceptionDonnees.Clos } ? new ReponseMoteur.Fait(ReceptionDonnees.Clos) : answer;
    }
}
