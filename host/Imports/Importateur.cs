using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>
/// Writes the persons of a file, then starts their journeys. A reference that is already in the store is left as it is, so that the same
/// file can be imported again after anything went wrong.
/// </summary>
internal sealed class Importateur(IDbContextFactory<DossiersDbContext> contexts, Inscripteur inscripteur, JourneyClient journeys)
{
    private const int Batch = 200;
    private const int Parallel = 8;

    public async Task<BilanImport> ImporterAsync(IReadOnlyList<LigneFlux> lignes, Action<int> progress, CancellationToken cancellationToken)
    {
        var (created, waiting) = (0, new List<Dossier>());
        foreach (var batch in lignes.Chunk(Batch))
        {
            var (count, toStart) = await EcrireAsync(batch, cancellationToken);
            created += count;
            waiting.AddRange(toStart);
            progress(batch.Length);
        }

        var (started, answered) = await DemarrerAsync(waiting, progress, cancellationToken);
        return new(created, lignes.Count - created, started, waiting.Count - answered);
    }

    /// <summary>Writes what is new of a batch, in one transaction, and answers with every dossier of it whose journey has not begun.</summary>
    private async Task<(int Created, List<Dossier> ToStart)> EcrireAsync(LigneFlux[] batch, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var version = await Inscripteur.VersionAsync(db, cancellationToken);
        var references = batch.Select(l => l.Reference).ToList();
        var known = await db.Dossiers.AsNoTracking().Where(d => references.Contains(d.ReferenceImport!)).ToListAsync(cancellationToken);
        var there = known.Select(d => d.ReferenceImport!).ToHashSet(StringComparer.Ordinal);
        var fresh = batch.Where(l => !there.Contains(l.Reference)).Select(l => inscripteur.Nouveau(l.Valide, null, l.Reference, version)).ToList();
        db.Dossiers.AddRange(fresh);
        await db.SaveChangesAsync(cancellationToken);
        return (fresh.Count, [.. fresh, .. known.Where(d => d.Statut is StatutDossier.AOuvrir)]);
    }

    /// <summary>
    /// How many journeys were begun here, and how many have begun altogether. What does not answer, or answers by a fault, is started by whoever
    /// starts next; once nothing answers any more the rest is left to it without asking.
    /// </summary>
    private async Task<(int Started, int Answered)> DemarrerAsync(List<Dossier> dossiers, Action<int> progress, CancellationToken cancellationToken)
    {
        var (started, answered, silences) = (0, 0, 0);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            dossiers,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (dossier, stop) =>
            {
                var answer = Volatile.Read(ref silences) >= Parallel ? new ReponseMoteur.SansReponse() : await journeys.DemarrerAsync(dossier, stop);
                if (answer is ReponseMoteur.Fait { Deja: var before })
                {
                    Interlocked.Increment(ref answered);
                    Interlocked.Add(ref started, before ? 0 : 1);
                }

                if (answer is ReponseMoteur.SansReponse)
                {
                    Interlocked.Increment(ref silences);
                }
                else
                {
                    Interlocked.Exchange(ref silences, 0);
                }

                progress(1);
            });
        return (started, answered);
    }
}
