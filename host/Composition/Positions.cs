using System.Diagnostics;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Parcours;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Decisions;
using Microsoft.EntityFrameworkCore;
using Temporalio.Client;

namespace FranceTravail.Parcours.Host.Composition;

/// <summary>
/// Compares how far the store followed the streams with how far their histories go. A decision is in the store before it is in a history: a
/// store that is behind one is older, by however little. Looked at where an older store shows first, in the runs that began last.
/// </summary>
/// <remarks>
/// What cannot be known here: of a dossier that the store does not have, whether it was erased by right or never came (the watch tells of it when
/// its journey runs); and an act of a journey that began long before. Such a stream is brought up to its history at its next event.
/// </remarks>
internal static class Positions
{
    /// <summary>Histories read at a start.</summary>
    private const int Regards = 50;

    /// <summary>How long a start looks for it: a damaged engine takes its time over each history, and the watch goes on with what is not seen here.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static async Task<bool> EnRetardAsync(IDbContextFactory<DossiersDbContext> contexts, ITemporalClient client, CancellationToken cancellationToken)
    {
        var debut = Stopwatch.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var workflow in client.ListWorkflowsAsync($"WorkflowType = '{NomsParcours.Workflow}'", new() { Limit = Regards }).WithCancellation(cancellationToken))
        {
            if (Stopwatch.GetElapsedTime(debut) > Patience)
            {
                return false;
            }

            if (NomsParcours.De(workflow.Id) is not var (dossierId, flux) || !await db.Dossiers.AnyAsync(d => d.Id == dossierId, cancellationToken))
            {
                continue;
            }

            var acquis = await LireAsync(client, workflow.Id, workflow.RunId, cancellationToken);

            // After the history, for both go on while this is read.
            var suivi = await db.Flux.Where(f => f.DossierId == dossierId && f.Flux == flux).MaxAsync(f => (long?)f.Numero, cancellationToken) ?? 0;
            if (suivi < acquis)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<long> LireAsync(ITemporalClient client, string workflowId, string runId, CancellationToken cancellationToken)
    {
        try
        {
            var histoire = await client.GetWorkflowHandle(workflowId, runId).FetchHistoryAsync(new() { Rpc = new() { CancellationToken = cancellationToken } });
            return (await DecisionsEnregistrees.LireAsync(histoire.Events)) is [.., var derniere] ? derniere.Numero : 0;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && ReponsesSdk.De(error) is not ReponseMoteur.SansReponse)
        {
            // Deleted since it was listed, damaged, or of a later program: nothing can be compared, and the watch tells of it.
            return 0;
        }
    }
}
