using System.Collections.Concurrent;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Serialisation;
using Microsoft.EntityFrameworkCore;
using Temporalio.Client;
using Temporalio.Converters;
using Xunit;

namespace FranceTravail.Parcours.BoutEnBout.Pannes;

/// <summary>What pages show is what the histories hold: no fact of an act that a cut took back, none told twice.</summary>
internal static class Verite
{
    public static async Task VerifierAsync(TemporalClient client, DossiersDbContext db)
    {
        var shown = (await db.Faits.AsNoTracking().Select(f => new { f.DossierId, f.Sequence, f.Code }).ToListAsync())
            .ToLookup(f => f.DossierId, f => (f.Sequence, f.Code));
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(shown, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (dossier, _) =>
        {
            var told = await RaconterAsync(client, NomsParcours.IdWorkflow(dossier.Key));
            foreach (var (sequence, code) in dossier.Where(f => told.GetValueOrDefault(f.Sequence) != f.Code))
            {
                wrong.Add($"{dossier.Key} #{sequence}: {code} shown, {told.GetValueOrDefault(sequence)} in the history");
            }
        });
        Assert.Empty(wrong);
    }

    /// <summary>Rank → code of every fact that the runs of a journey projected.</summary>
    private static async Task<Dictionary<long, string>> RaconterAsync(TemporalClient client, string workflow)
    {
        var told = new Dictionary<long, string>();
        for (string? run = null; run != "";)
        {
            var history = await client.GetWorkflowHandle(workflow, run).FetchHistoryAsync();
            foreach (var scheduled in history.Events.Select(e => e.ActivityTaskScheduledEventAttributes).Where(a => a?.ActivityType.Name == "Projeter"))
            {
                var projection = await ParcoursDataConverter.Instance.ToValueAsync<ProjectionDossier>(scheduled.Input.Payloads_[0]);
                foreach (var fait in projection.Faits)
                {
                    told[fait.Sequence] = fait.Code;
                }
            }

            run = history.Events.First().WorkflowExecutionStartedEventAttributes.ContinuedExecutionRunId;
        }

        return told;
    }
}
