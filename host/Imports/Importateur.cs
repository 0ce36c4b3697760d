using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;
using FranceTravail.Parcours.Host.Parcours;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>Carries out the plan of an import: new dossiers, then the journeys that have not begun, then what is new of known persons.</summary>
internal sealed class Importateur(IDbContextFactory<DossiersDbContext> contexts, Inscripteur inscripteur, ReceptionDonnees reception, JourneyClient journeys)
{
    private const int Batch = 200;
    private const int Parallel = 8;

    /// <summary>How many steps <see cref="ImporterAsync"/> says to its progress: each dossier written, each journey asked to begin, each that is or was said something new.</summary>
    public static int Etapes(PlanImport plan) => (2 * plan.Nouveaux.Count) + ADemarrer(plan).Count() + plan.Differents.Count + plan.EnAttente.Count;

    public async Task<BilanImport> ImporterAsync(PlanImport plan, Action<int> progress, CancellationToken cancellationToken)
    {
        var (waiting, written, late) = (ADemarrer(plan).ToList(), 0, new List<PlanImport>());
        foreach (var batch in plan.Nouveaux.Chunk(Batch))
        {
            var (fresh, now) = await EcrireAsync(batch, plan.Confirmees, cancellationToken);
            Dossier[] begin = [.. fresh, .. ADemarrer(now)];
            waiting.AddRange(begin);
            late.Add(now);
            written += fresh.Count;
            progress((2 * batch.Length) - begin.Length - now.Differents.Count(EstADire));
        }

        var started = 0;
        var silent = await DemanderAsync(waiting, journeys.DemarrerAsync, progress, (_, answer) => started += answer is ReponseMoteur.Fait ? 1 : 0, cancellationToken);
        var (taken, refused) = (0, new List<ErreurImport>());
        var lateDifferent = late.SelectMany(l => l.Differents).ToList();
        var changed = plan.Differents.Concat(lateDifferent).Where(EstADire).ToList();
        foreach (var batch in changed.Chunk(Batch))
        {
            await reception.GarderAsync(batch, cancellationToken);
        }

        progress(plan.Differents.Count(d => !EstADire(d)));
        Difference[] toSay = [.. changed, .. plan.EnAttente];
        var held = await DemanderAsync(toSay, (d, stop) => reception.EnvoyerAsync(d.Dossier.Id, stop), progress, (difference, answer) =>
        {
            taken += answer is ReponseMoteur.Fait ? 1 : 0;
            refused.AddRange(answer is ReponseMoteur.Refuse { Raison: var reason } ? [new ErreurImport(difference.Ligne, null, reason)] : []);
        }, cancellationToken);
        return new()
        {
            Entretemps = new()
            {
                Nouveaux = [],
                Egaux = [.. late.SelectMany(l => l.Egaux)],
                Differents = lateDifferent,
                EnAttente = [],
                Confirmees = plan.Confirmees,
                Ecartes = [.. late.SelectMany(l => l.Ecartes)],
            },
            Nouveaux = written,
            Demarres = started,
            EnAttente = silent,
            MisAJour = taken,
            AMettreAJour = held,
            Refuses = refused,
        };
    }

    private static bool EstADire(Difference difference) => difference.Reprises.Count > 0;

    /// <summary>Known dossiers whose journey never began.</summary>
    private static IEnumerable<Dossier> ADemarrer(PlanImport plan) =>
        plan.Egaux.Concat(plan.Differents.Select(d => d.Dossier)).Where(d => d.Statut is StatutDossier.AOuvrir);

    /// <summary>
    /// Writes what is new of a batch, in one transaction in which it is planned again: somebody else may have registered the same persons since.
    /// </summary>
    private async Task<(IReadOnlyList<Dossier> Ecrits, PlanImport Plan)> EcrireAsync(LigneFlux[] batch, IReadOnlySet<string> confirmees, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var ecriture = await Ecriture.CommencerAsync(db, Inscripteur.Cle, cancellationToken);
        var plan = await Planificateur.PlanifierAsync(db, batch, confirmees, cancellationToken);
        var version = await Inscripteur.VersionAsync(db, cancellationToken);
        var fresh = plan.Nouveaux.Select(l => inscripteur.Nouveau(l.Valide, null, l.Reference, version)).ToList();
        db.Dossiers.AddRange(fresh);
        await db.SaveChangesAsync(cancellationToken);
        await ecriture.ValiderAsync(cancellationToken);
        return (fresh, plan);
    }

    /// <summary>
    /// Asks something of many journeys, some at once; each answer is noted alone. Once nothing answers any more the rest is left, without asking,
    /// to whoever asks next.
    /// </summary>
    /// <returns>How many did not answer, or answered by a fault.</returns>
    private static async Task<int> DemanderAsync<T>(
        IReadOnlyCollection<T> what, Func<T, CancellationToken, Task<ReponseMoteur>> ask, Action<int> progress, Action<T, ReponseMoteur> note, CancellationToken cancellationToken)
    {
        var (silences, silent, one) = (0, 0, new Lock());
        await System.Threading.Tasks.Parallel.ForEachAsync(
            what,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (item, stop) =>
            {
                var answer = Volatile.Read(ref silences) >= Parallel ? new ReponseMoteur.SansReponse() : await ask(item, stop);
                lock (one)
                {
                    silences = answer is ReponseMoteur.SansReponse ? silences + 1 : 0;
                    silent += answer is ReponseMoteur.Fait or ReponseMoteur.Refuse ? 0 : 1;
                    note(item, answer);
                }

                progress(1);
            });
        return silent;
    }
}
