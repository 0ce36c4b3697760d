using System.Collections.Concurrent;
using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Activities.Histoires;
using Microsoft.EntityFrameworkCore;
using Temporalio.Client;
using Xunit;

namespace FranceTravail.Parcours.BoutEnBout.Pannes;

/// <summary>What pages show is what the histories hold: every fact, task, appointment, week and thread, and no other.</summary>
internal static class Verite
{
    public static async Task VerifierAsync(TemporalClient client, IDbContextFactory<DossiersDbContext> store)
    {
        var verificateur = new Verificateur(store);
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            await verificateur.TousAsync(client, CancellationToken.None), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (dossier, stop) =>
            {
                var constat = await verificateur.VerifierAsync(client, dossier, stop);
                if (constat.Concordance != Concordance.Egale)
                {
                    wrong.Add($"{dossier}: {constat.Concordance} {string.Join('\n', constat.Ecarts.Take(2))}");
                }
            });
        Assert.Empty(wrong);
    }
}
