using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Tests.Banc;

namespace FranceTravail.Parcours.Workflows.Tests.Fils;

/// <summary>The national journey with threads beside it, made by chance within what a template may say.</summary>
internal static class TroisFils
{
    public static CatalogueEtapes Catalogue { get; } = new(typeof(CatalogueEtapes).Assembly, typeof(DemarcheEtape).Assembly);

    /// <param name="hasard">Any numbers: they choose lengths, loops, announcements and bounds.</param>
    /// <param name="separe">The second thread is a workflow of its own.</param>
    public static ModeleParcours Modele(IReadOnlyList<int> hasard, bool separe = false)
    {
        var national = Modeles.National(("revue", "Periodicite", "P1M"));
        var fils = Enumerable.Range(0, 3).Select(i => Fil(i, hasard, separe && i == 1)).ToList();
        return national with { Noeuds = [.. national.Noeuds, .. fils.SelectMany(f => f.Noeuds)], Fils = [.. national.Fils, .. fils.Select(f => f.Fil)] };
    }

    private static (FilModele Fil, IReadOnlyList<Noeud> Noeuds) Fil(int i, IReadOnlyList<int> hasard, bool separe)
    {
        var id = $"fil-{i}";
        var longueur = 1 + (hasard[i] % 3);
        var noeuds = Enumerable.Range(0, longueur).Select(n => new Noeud
        {
            Id = $"{id}-{n}",
            Type = DemarcheEtape.Type,
            Titre = $"Démarche {i}.{n}",
            Parametres = new Dictionary<string, string> { ["Delai"] = $"P{1 + (hasard[3 + i] % 40)}D" },
            Sorties = new Dictionary<string, string>
            {
                ["Suite"] = n + 1 < longueur ? $"{id}-{n + 1}" : $"{id}-fin",
                ["Reprise"] = $"{id}-{hasard[6 + i] % (n + 1)}",
            },
        });
        var fin = new Noeud { Id = $"{id}-fin", Type = "Parcours.FinDeFil", Titre = "Fin", Parametres = new Dictionary<string, string>(), Sorties = new Dictionary<string, string>() };
        var fil = new FilModele
        {
            Id = id,
            Titre = $"Démarche {i}",
            Entree = $"{id}-0",
            Annonce = i == 0 ? "contrat.signe" : null,
            Ouvreurs = ["Personne", "Conseiller"],
            Max = 1 + (hasard[9 + i] % 3),
            FinitAvecLAccompagnement = hasard[12 + i] % 2 == 0,
            Separe = separe,
        };
        return (fil, [.. noeuds, fin]);
    }
}
