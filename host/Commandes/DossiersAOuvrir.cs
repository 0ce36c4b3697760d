using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Workflows.Redaction;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Commandes;

/// <summary>Dossiers that have no history yet, which no command over histories sees.</summary>
internal static class DossiersAOuvrir
{
    /// <summary>Says how many wait, since when, and how many of them for an operator; false when some do.</summary>
    public static async Task<bool> DireAsync(IServiceProvider services, TextWriter sortie, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<DossiersDbContext>>().CreateDbContextAsync(cancellationToken);
        var attente = await db.Dossiers.Where(d => d.Statut == StatutDossier.AOuvrir).OrderBy(d => d.InscritLe)
            .Select(d => new
            {
                d.InscritLe,
                Arrete = db.Echecs.Any(e => e.DossierId == d.Id && (e.Service == VeilleParcours.Interrompu || (e.Service == RepriseInscriptions.Service && e.ProchainEssai == null))),
            })
            .ToListAsync(cancellationToken);
        var arretes = attente.Count(a => a.Arrete);
        if (attente.Count > 0)
        {
            var depuis = EchecsCommand.Moment(attente[0].InscritLe, services.GetRequiredService<RegistreTerritoires>().Par(null).Zone);
            await sortie.WriteLineAsync(
                $"{Francais.Compte(attente.Count, "dossier attend l’ouverture de son parcours, depuis", "dossiers attendent l’ouverture de leur parcours, le plus ancien depuis")} le {depuis}."
                + (arretes == 0 ? "" : $" {Francais.Compte(arretes, "ne s’ouvrira pas seul", "ne s’ouvriront pas seuls")} : « echecs » dit pourquoi."));
        }

        return arretes == 0;
    }
}
