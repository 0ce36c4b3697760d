using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using FranceTravail.Parcours.Activities.Observation;
using FranceTravail.Parcours.Host.Composition;
using FranceTravail.Parcours.Host.Imports;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Temporalio.Client;

namespace FranceTravail.Parcours.Host.Parcours;

/// <summary>
/// Looks for journeys and threads that nothing would ever bring back to somebody: cancelled, terminated or failed while they are open; or
/// journeys with an open thread that has no owner nor queue, or no next deadline. Each is told to the operator (<c>echecs</c>). A journey that
/// was reset has another past: the store is brought to it at once, not only at its next event.
/// </summary>
internal sealed class VeilleParcours(
    IDbContextFactory<DossiersDbContext> contexts, ITemporalClient client, Echecs echecs, Reconstructeur reconstructeur, ILogger<VeilleParcours> logger)
    : ServicePeriodique(TimeSpan.FromMinutes(1), logger)
{
    public const string Interrompu = "parcours interrompu";
    public const string SansSuite = "fil sans responsable ni échéance";

    private const string Requete =
        $"WorkflowType = '{NomsParcours.Workflow}' AND (ExecutionStatus = 'Canceled' OR ExecutionStatus = 'Terminated' OR ExecutionStatus = 'Failed' OR ExecutionStatus = 'TimedOut')";

    internal override async Task TournerAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var trouves = new HashSet<(string Service, string DossierId)>();
        var perdus = await db.Fils
            .Where(f => f.ClosLe == null && (!f.Separe || f.Etape != null) && (f.ProchaineEcheance == null || (f.ResponsableId == null && f.ResponsableFile == null)))
            .Select(f => new { f.DossierId, f.Id }).ToListAsync(cancellationToken);
        foreach (var fil in perdus)
        {
            trouves.Add((SansSuite, fil.DossierId));
            await echecs.NoterAsync(SansSuite, fil.DossierId, $"« {fil.Id} » : personne n’y reviendra ; à vérifier (dossiers verifier {fil.DossierId})", cancellationToken);
        }

        await foreach (var workflow in client.ListWorkflowsAsync(Requete).WithCancellation(cancellationToken))
        {
            // Runs of long ago stay listed for years: only what the store still follows is looked at.
            if (NomsParcours.De(workflow.Id) is not var (id, flux)
                || !await db.Flux.AnyAsync(f => f.DossierId == id && f.Flux == flux && f.RunId == workflow.RunId && f.Etat == EtatFlux.Courant, cancellationToken))
            {
                continue;
            }

            var dernier = (await client.GetWorkflowHandle(workflow.Id).DescribeAsync(new() { Rpc = new() { CancellationToken = cancellationToken } })).RunId;
            if (dernier != workflow.RunId)
            {
                logger.LogWarning("The journey of dossier {Dossier} was reset: the case store follows it to its new past", id);
                await reconstructeur.RebatirToutAsync(client, id, cancellationToken);
                continue;
            }

            var attendu = flux == NomsParcours.FilPrincipal
                ? await db.Dossiers.AnyAsync(d => d.Id == id && d.Statut == StatutDossier.Ouvert, cancellationToken)
                : await db.Fils.AnyAsync(f => f.DossierId == id && f.Id == flux && f.ClosLe == null, cancellationToken);
            if (!attendu)
            {
                continue;
            }

            trouves.Add((Interrompu, id));
            var quoi = flux == NomsParcours.FilPrincipal ? "" : $"« {flux} » : ";
            if (await echecs.NoterAsync(Interrompu, id, $"{quoi}{workflow.Status} ; pour le reprendre : dossiers reprendre {id}", cancellationToken))
            {
                logger.LogError("The stream {Flux} of dossier {Dossier} was interrupted ({Status})", flux, id, workflow.Status);
            }
        }

        // What was found before and is no longer so has been mended.
        foreach (var dit in await db.Echecs.Where(e => e.Service == Interrompu || e.Service == SansSuite).ToListAsync(cancellationToken))
        {
            if (!trouves.Contains((dit.Service, dit.DossierId)))
            {
                db.Echecs.Remove(dit);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var cause in (string[])[Interrompu, SansSuite])
        {
            Mesures.Bloques.Record(trouves.Count(t => t.Service == cause), new KeyValuePair<string, object?>("cause", cause));
        }

        var abandons = await db.Echecs.Where(e => e.ProchainEssai == null).GroupBy(e => e.Service).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, cancellationToken);
        foreach (var service in (string[])[RepriseInscriptions.Service, EnvoiDonnees.Service, Interrompu, SansSuite])
        {
            Mesures.Abandons.Record(abandons.GetValueOrDefault(service), new KeyValuePair<string, object?>("service", service));
        }
    }
}
