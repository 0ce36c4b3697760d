using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using Microsoft.EntityFrameworkCore;
using Temporalio.Client;

namespace FranceTravail.Parcours.Activities.Histoires;

/// <summary>
/// Finds the dossiers whose store and service do not hold the same streams, among all of them: journeys and threads that only one of both
/// knows, that one holds closed, that the store does not follow yet, or that each follows in another run. Reads lists, and no history. A dossier
/// to be opened that has no workflow is none of them: its registration starts it.
/// </summary>
public sealed class Appariement(IDbContextFactory<DossiersDbContext> contexts)
{
    private const int Page = 500;

    private const string Requete = $"WorkflowType = '{NomsParcours.Workflow}' AND ExecutionStatus = 'Running'";

    /// <summary>Ids of dossiers to be looked at; one that moved meanwhile may be among them.</summary>
    public async Task<IReadOnlySet<string>> DouteuxAsync(ITemporalClient client, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (vivants, douteux, page) = (new HashSet<string>(), new HashSet<string>(), new List<(string DossierId, string Flux, string RunId)>());
        await foreach (var workflow in client.ListWorkflowsAsync(Requete).WithCancellation(cancellationToken))
        {
            if (NomsParcours.De(workflow.Id) is not var (dossierId, flux))
            {
                continue;
            }

            vivants.Add(workflow.Id);
            page.Add((dossierId, flux, workflow.RunId));
            if (page.Count == Page)
            {
                await RapprocherAsync(db, page, douteux, cancellationToken);
                page.Clear();
            }
        }

        await RapprocherAsync(db, page, douteux, cancellationToken);
        await foreach (var id in db.Dossiers.Where(d => d.Statut == StatutDossier.Ouvert).Select(d => d.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!vivants.Contains(NomsParcours.IdWorkflow(id)))
            {
                douteux.Add(id);
            }
        }

        await foreach (var fil in db.Fils.Where(f => f.Separe && f.ClosLe == null).Select(f => new { f.DossierId, f.Id }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!vivants.Contains(NomsParcours.IdWorkflow(fil.DossierId, fil.Id)))
            {
                douteux.Add(fil.DossierId);
            }
        }

        return douteux;
    }

    private static async Task RapprocherAsync(DossiersDbContext db, List<(string DossierId, string Flux, string RunId)> page, HashSet<string> douteux, CancellationToken cancellationToken)
    {
        var ids = page.Select(w => w.DossierId).Distinct().ToList();
        var ouverts = await db.Dossiers.Where(d => ids.Contains(d.Id) && d.Statut != StatutDossier.Clos).Select(d => d.Id).ToHashSetAsync(cancellationToken);
        var suivis = (await db.Flux.Where(f => ids.Contains(f.DossierId) && f.Etat == EtatFlux.Courant).Select(f => new { f.DossierId, f.Flux, f.RunId }).ToListAsync(cancellationToken))
            .ToLookup(f => (f.DossierId, f.Flux), f => f.RunId);
        douteux.UnionWith(page
            .Where(w => (w.Flux == NomsParcours.FilPrincipal && !ouverts.Contains(w.DossierId)) || !suivis[(w.DossierId, w.Flux)].Contains(w.RunId))
            .Select(w => w.DossierId));
    }
}
