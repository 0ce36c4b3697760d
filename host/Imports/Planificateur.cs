using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Inscriptions;
using Microsoft.EntityFrameworkCore;

namespace FranceTravail.Parcours.Host.Imports;

/// <summary>Decides, before anything is written, what becomes of each row.</summary>
internal static class Planificateur
{
    private const int Batch = 200;

    /// <param name="db">The case store, or null where there is none yet.</param>
    /// <param name="lignes">Rows in the order of the file.</param>
    /// <param name="confirmees">References of which a human says that they are not who they look like.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<PlanImport> PlanifierAsync(
        DossiersDbContext? db, IReadOnlyList<LigneFlux> lignes, IReadOnlySet<string> confirmees, CancellationToken cancellationToken)
    {
        var (fresh, aside, connus) = (new List<LigneFlux>(), new List<ErreurImport>(), new Connus());
        var persons = new Dictionary<(string, NodaTime.LocalDate), List<LigneFlux>>();
        foreach (var batch in lignes.Chunk(Batch))
        {
            // What waits first: what a journey takes in between is then in its dossier as well.
            var received = await RecuesAsync(db, batch, cancellationToken);
            var known = await ConnusAsync(db, batch, cancellationToken);
            var unknown = batch.Where(l => !known.ContainsKey(l.Reference)).ToList();
            var doubles = db is null ? [] : await Doublons.DansLaBaseAsync(db, [.. unknown.Select(l => l.Valide)], cancellationToken);
            foreach (var ligne in batch)
            {
                var who = Identite.De(ligne.Valide);
                var same = persons.TryGetValue((who.Noms, who.Naissance), out var others) ? others.Find(l => Identite.De(l.Valide).EstLaMemeQue(who)) : null;
                (others ?? (persons[(who.Noms, who.Naissance)] = [])).Add(ligne);
                if (known.TryGetValue(ligne.Reference, out var dossier))
                {
                    Connu(ligne, dossier, [.. received[dossier.Id]], connus, aside);
                }
                else if (same is not null && !confirmees.Contains(ligne.Reference))
                {
                    aside.Add(new(ligne.Ligne, null, $"la même personne que la ligne {same.Ligne} (référence {same.Reference}){Comment(ligne)}"));
                }
                else if (doubles.GetValueOrDefault(ligne.Valide) is { } there && !confirmees.Contains(ligne.Reference))
                {
                    var reference = there.ReferenceImport is { } r ? $", référence {r}" : "";
                    aside.Add(new(ligne.Ligne, null, $"une personne qui a déjà un dossier ({there.Id}{reference}){Comment(ligne)}"));
                }
                else if (ligne.Valide.Territoire is null)
                {
                    aside.Add(new(ligne.Ligne, null, ControleInscription.HorsTerritoire(ligne.Valide.Commune)));
                }
                else
                {
                    fresh.Add(ligne);
                }
            }
        }

        return new() { Nouveaux = fresh, Egaux = connus.Egaux, Differents = connus.Differents, EnAttente = connus.EnAttente, Confirmees = confirmees, Ecartes = aside };
    }

    private static void Connu(LigneFlux ligne, Dossier dossier, IReadOnlyList<DonneesRecues> received, Connus connus, List<ErreurImport> aside)
    {
        var waiting = DonneesEnAttente.EnOrdre(received);
        if (!Comparaison.EstLisible(dossier))
        {
            aside.Add(new(ligne.Ligne, null, $"son dossier ({dossier.Id}) n’est pas lisible : « echecs » dit pourquoi."));
        }
        else if (Comparaison.EstUneAutrePersonne(dossier, ligne.Valide))
        {
            aside.Add(new(ligne.Ligne, null, $"la référence {ligne.Reference} est déjà celle d’une autre personne, ou de la même sous un autre nom ou une autre date de naissance. Corrigez la référence ; ou, si c’est la même personne, donnez-lui dans le fichier l’identité du dossier {dossier.Id} : celle d’un dossier ne se corrige pas encore."));
        }
        else if (Comparaison.Differences(dossier, received, ligne) is var difference && difference is not null && dossier.Statut is StatutDossier.Clos)
        {
            aside.Add(new(ligne.Ligne, null, ReceptionDonnees.Clos));
        }
        else
        {
            if (difference is null)
            {
                connus.Egaux.Add(dossier);
            }
            else
            {
                connus.Differents.Add(difference);
            }

            if (waiting.Count > 0 && difference is not { Reprises.Count: > 0 })
            {
                connus.EnAttente.Add(new(ligne.Ligne, dossier, new Dictionary<string, string>(), [], []));
            }
        }
    }

    private static string Comment(LigneFlux ligne) => $". Si ce sont deux personnes, ajoutez --confirmer {ligne.Reference}";

    private static async Task<Dictionary<string, Dossier>> ConnusAsync(DossiersDbContext? db, LigneFlux[] batch, CancellationToken cancellationToken)
    {
        var references = batch.Select(l => l.Reference).ToList();
        return db is null ? [] : await db.Dossiers.AsNoTracking().Where(d => references.Contains(d.ReferenceImport!)).ToDictionaryAsync(d => d.ReferenceImport!, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>All that was ever said of them.</summary>
    private static async Task<ILookup<string, DonneesRecues>> RecuesAsync(DossiersDbContext? db, LigneFlux[] batch, CancellationToken cancellationToken)
    {
        var references = batch.Select(l => l.Reference).ToList();
        var received = db is null ? [] : await db.Donnees.AsNoTracking()
            .Where(d => db.Dossiers.Any(x => x.Id == d.DossierId && references.Contains(x.ReferenceImport!))).ToListAsync(cancellationToken);
        return received.ToLookup(d => d.DossierId);
    }

    /// <summary>What was found so far of the known.</summary>
    private sealed class Connus
    {
        public List<Dossier> Egaux { get; } = [];

        public List<Difference> Differents { get; } = [];

        public List<Difference> EnAttente { get; } = [];
    }
}
