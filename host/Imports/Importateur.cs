using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>Carries out the plan of an import: new dossiers, then what is new of known ones, then the journeys that have not begun.</summary>
internal sealed class Importateur(IDbContextFactory<DossiersDbContext> contexts, Inscripteur inscripteur, IReceptionDonnees reception, JourneyClient journeys)
{
    private const int Batch = 200;
    private const int Parallel = 8;

    /// <summary>How many steps <see cref="ImporterAsync"/> says to its progress: each dossier written, each changed, each journey asked to begin.</summary>
    public static int Etapes(PlanImport plan) => plan.Nouveaux.Count + plan.Differents.Count + ADemarrer(plan).Count() + plan.Nouveaux.Count;

    public async Task<BilanImport> ImporterAsync(PlanImport plan, Action<int> progress, CancellationToken cancellationToken)
    {
        var waiting = ADemarrer(plan).ToList();
        foreach (var batch in plan.Nouveaux.Chunk(Batch))
        {
            waiting.AddRange(await EcrireAsync(batch, cancellationToken));
            progress(batch.Length);
        }

        var changed = 0;
        foreach (var difference in plan.Differents)
        {
            if (difference.Reprises.Count > 0)
            {
                await reception.RecevoirAsync(difference.Dossier.Id, difference.Nouvelles, cancellationToken);
                changed++;
            }

            progress(1);
        }

        var (started, answered) = await DemarrerAsync(waiting, progress, cancellationToken);
        return new(plan.Nouveaux.Count, changed, started, waiting.Count - answered);
    }

    /// <summary>Known dossiers whose journey never began.</summary>
    private static IEnumerable<Dossier> ADemarrer(PlanImport plan) =>
        plan.Egaux.Concat(plan.Differents.Select(d => d.Dossier)).Where(d => d.Statut is StatutDossier.AOuvrir);

    /// <summary>Writes what is new of a batch, in one transaction.</summary>
    private async Task<List<Dossier>> EcrireAsync(LigneFlux[] batch, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var version = await Inscripteur.VersionAsync(db, cancellationToken);
        var fresh = batch.Select(l => inscripteur.Nouveau(l.Valide, null, l.Reference, version)).ToList();
        db.Dossiers.AddRange(fresh);
        await db.SaveChangesAsync(cancellationToken);
        return fresh;
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
