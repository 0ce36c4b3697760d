using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Communes;
using FranceTravail.Parcours.Host.Territoires;
using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Redaction;
using NodaTime;

namespace FranceTravail.Parcours.Host.Population;

/// <summary>
/// Invents persons that look like those of the territories: communes by their population, ages and allowances as they are among people
/// who register. The same seed gives the same persons. Telephone numbers and addresses are of ranges kept for fiction.
/// </summary>
internal sealed class GenerateurPopulation(RegistreCommunes communes, RegistreTerritoires territoires, NomsCourants noms)
{
    /// <summary>Ages are counted from here, so that a seed gives the same file on every day.</summary>
    private static readonly LocalDate Reference = new(2026, 1, 1);

    private static readonly (int From, int To, int Weight)[] Ages = [(18, 25, 12), (26, 34, 30), (35, 44, 26), (45, 54, 19), (55, 63, 13)];

    private static readonly (Allocation Value, int Weight)[] Allowances =
        [(Allocation.Rsa, 58), (Allocation.Aucune, 22), (Allocation.Are, 11), (Allocation.Ass, 5), (Allocation.Aah, 4)];

    private static readonly (NiveauQualification Value, int Weight)[] Levels =
    [
        (NiveauQualification.SansDiplome, 34), (NiveauQualification.CapBep, 30), (NiveauQualification.Bac, 19), (NiveauQualification.BacPlus2, 8),
        (NiveauQualification.BacPlus3EtPlus, 7), (NiveauQualification.NonConnu, 2),
    ];

    private static readonly (Frein Value, int Weight)[] Freins =
    [
        (Frein.Mobilite, 40), (Frein.Famille, 18), (Frein.Sante, 16), (Frein.Numerique, 14), (Frein.Logement, 10), (Frein.Confiance, 12),
        (Frein.Administratif, 9), (Frein.Ressources, 11), (Frein.LectureEcritureCalcul, 7),
    ];

    /// <summary>Rows in the order of <see cref="Imports.ColonnesFlux.Toutes"/>.</summary>
    public IEnumerable<string[]> Generer(int count, int seed)
    {
        // Not for secrets: the same seed must give the same persons.
#pragma warning disable CA5394
        var random = new Random(seed);
        var (served, cumulated) = Served();
        var cafReferences = new HashSet<int>();
        for (var rank = 1; rank <= count; rank++)
        {
            yield return Personne(random, rank, seed, Pick(random, served, cumulated), cafReferences);
        }
    }

    private string[] Personne(Random random, int rank, int seed, Commune commune, HashSet<int> cafReferences)
    {
        var first = random.Next(100) < 53 ? noms.Feminins[random.Next(noms.Feminins.Length)] : noms.Masculins[random.Next(noms.Masculins.Length)];
        var last = noms.Noms[random.Next(noms.Noms.Length)];
        var band = Ages[Weighted(random, Ages.Select(a => a.Weight))];
        var birth = Reference.PlusYears(-random.Next(band.From, band.To + 1)).PlusDays(-random.Next(365));
        var allowance = Allowances[Weighted(random, Allowances.Select(a => a.Weight))].Value;
        // Nobody under 25 has the RSA, but for rare cases.
        allowance = allowance is Allocation.Rsa && birth > Reference.PlusYears(-25) ? Allocation.Aucune : allowance;
        var children = random.Next(100) < 38 ? random.Next(1, 4) : 0;
        var partner = random.Next(100) < 30;
        var mail = $"{TexteDeRecherche.De(first)}.{TexteDeRecherche.De(last).Replace(' ', '-')}{rank}@courriel.example";
        return
        [
            $"P{seed}-{rank:000000}", last, first, Francais.EnChiffres(birth), commune.Code, commune.CodesPostaux[random.Next(commune.CodesPostaux.Count)],
            $"{random.Next(1, 180)} rue {Streets[random.Next(Streets.Length)]}",
            random.Next(100) < 92 ? $"06 39 98 {random.Next(100):00} {random.Next(100):00}" : "",
            random.Next(100) < 78 ? mail : "",
            allowance is Allocation.Rsa or Allocation.Aah ? CafReference(random, cafReferences) : "",
            allowance.ToString(), $"{1 + children + (partner ? 1 : 0)}", $"{children}", children > 0 && !partner ? "oui" : "non",
            Levels[Weighted(random, Levels.Select(l => l.Weight))].Value.ToString(),
            random.Next(100) < 8 ? "" : $"{random.Next(0, 4) * random.Next(0, 30)}",
            random.Next(100) < 9 ? "oui" : "non", random.Next(100) switch { < 45 => "oui", < 75 => "non", _ => "" }, Difficulties(random),
        ];
    }

    private static readonly string[] Streets =
        ["Jean-Jaurès", "de la République", "des Lilas", "Victor-Hugo", "du Moulin", "Pasteur", "de l’Église", "des Écoles", "Émile-Zola", "de la Gare", "du 8-Mai-1945"];

    private static string Difficulties(Random random) =>
        string.Join(' ', Freins.Where(f => random.Next(100) < f.Weight).Take(3).Select(f => $"{f.Value}:{(random.Next(3) is 0 ? IntensiteFrein.Fort : IntensiteFrein.Moyen)}"));

    private static string CafReference(Random random, HashSet<int> taken)
    {
        int reference;
        do
        {
            reference = random.Next(1_000_000, 10_000_000);
        }
        while (!taken.Add(reference));
        return $"{reference}";
    }

    private (Commune[] Served, long[] Cumulated) Served()
    {
        Commune[] served = [.. communes.Toutes.Where(c => c.Population > 0 && territoires.De(c) is not null)];
        var sum = 0L;
        return (served, [.. served.Select(c => sum += c.Population)]);
    }

    private static Commune Pick(Random random, Commune[] served, long[] cumulated)
    {
        var at = Array.BinarySearch(cumulated, random.NextInt64(cumulated[^1]) + 1);
        return served[at >= 0 ? at : ~at];
    }

    private static int Weighted(Random random, IEnumerable<int> weights)
    {
        var all = weights.ToList();
        var (at, draw) = (0, random.Next(all.Sum()));
        while (draw >= all[at])
        {
            draw -= all[at++];
        }

        return at;
    }
#pragma warning restore CA5394
}
