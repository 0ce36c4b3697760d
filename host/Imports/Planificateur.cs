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
        var (fresh, equal, different, aside) = (new List<LigneFlux>(), new List<Dossier>(), new List<Difference>(), new List<ErreurImport>());
        var persons = new Dictionary<(string, NodaTime.LocalDate), List<LigneFlux>>();
        foreach (var batch in lignes.Chunk(Batch))
        {
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
                    Connu(ligne, dossier, equal, different, aside);
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
                else
                {
                    fresh.Add(ligne);
                }
            }
        }

        return new() { Nouveaux = fresh, Egaux = equal, Differents = different, Ecartes = aside };
    }

    private static void Connu(LigneFlux ligne, Dossier dossier, List<Dossier> equal, List<Difference> different, List<ErreurImport> aside)
    {
        if (!Comparaison.EstLisible(dossier))
        {
            aside.Add(new(ligne.Ligne, null, $"son dossier ({dossier.Id}) n’est pas lisible : « echecs » dit pourquoi."));
        }
        else if (Comparaison.EstUneAutrePersonne(dossier, ligne.Valide))
        {
            aside.Add(new(ligne.Ligne, null, $"la référence {ligne.Reference} est déjà celle d’une autre personne, ou de la même sous un autre nom ou une autre date de naissance. Corrigez la référence, ou l’identité dans le dossier."));
        }
        else if (Comparaison.Differences(dossier, ligne) is not { } difference)
        {
            equal.Add(dossier);
        }
        else if (dossier.Statut is StatutDossier.Clos)
        {
            aside.Add(new(ligne.Ligne, null, ReceptionDonnees.Clos));
        }
        else
        {
            different.Add(difference);
        }
    }

    private static string Comment(LigneFlux ligne) => $". Si ce sont deux personnes, ajoutez --confirmer {ligne.Reference}";

    private static async Task<Dictionary<string, Dossier>> ConnusAsync(DossiersDbContext? db, LigneFlux[] batch, CancellationToken cancellationToken)
    {
        var references = batch.Select(l => l.Reference).ToList();
        return db is null ? [] : await db.Dossiers.AsNoTracking().Where(d => references.Contains(d.ReferenceImport!)).ToDictionaryAsync(d => d.ReferenceImport!, StringComparer.Ordinal, cancellationToken);
    }
}
