using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>The shape of the graph: one start, everything reachable, an end within reach, no cycle that nobody decides.</summary>
internal static class FormeModele
{
    /// <summary>The nodes in the order in which a journey first meets them, the start first; meaningless when errors were added.</summary>
    public static IReadOnlyList<Noeud> Controler(IReadOnlyList<Noeud> noeuds, List<ErreurModele> erreurs)
    {
        var parId = noeuds.ToDictionary(n => n.Id, StringComparer.Ordinal);
        var debuts = noeuds.Where(n => Etape(n).EstDebut).ToList();
        if (debuts is not [var debut])
        {
            erreurs.Add(debuts.Count == 0
                ? new(CodeErreur.DebutManquant, null, "Le modèle n’a pas de début : il lui faut une étape d’inscription.")
                : new(CodeErreur.DebutsMultiples, debuts[1].Id, $"Le modèle a {debuts.Count} débuts ({string.Join(", ", debuts.Select(d => $"« {d.Titre} »"))}) ; il ne peut en avoir qu’un."));
            return [];
        }

        if (noeuds.FirstOrDefault(n => n.Sorties.Values.Contains(debut.Id)) is { } retour)
        {
            erreurs.Add(new(CodeErreur.DebutAvecEntree, retour.Id, $"« {retour.Titre} » ramène au début du parcours : l’inscription n’a lieu qu’une fois."));
        }

        var ordre = Parcourir(debut, parId);
        foreach (var perdu in noeuds.Except(ordre))
        {
            erreurs.Add(new(CodeErreur.NoeudInaccessible, perdu.Id, $"« {perdu.Titre} » ne peut jamais être atteinte depuis le début."));
        }

        var issues = Remonter([.. ordre.Where(n => Etape(n).EstFin)], ordre);
        foreach (var enferme in ordre.Where(n => !issues.Contains(n.Id)))
        {
            erreurs.Add(new(CodeErreur.SansIssue, enferme.Id, $"Depuis « {enferme.Titre} », aucune fin du parcours ne peut être atteinte."));
        }

        if (Boucle(ordre, parId) is { Count: > 0 } boucle)
        {
            erreurs.Add(new(CodeErreur.BoucleSansDecision, boucle[0].Id, $"Le parcours peut tourner sans que personne ne décide : {string.Join(" → ", boucle.Append(boucle[0]).Select(n => $"« {n.Titre} »"))}. Une boucle doit passer par une revue ou un diagnostic."));
        }

        erreurs.AddRange(Omissions(debut, ordre, parId));
        return ordre;
    }

    /// <summary>Steps that a way through the graph reaches without what the law puts before them.</summary>
    private static IEnumerable<ErreurModele> Omissions(Noeud debut, List<Noeud> ordre, Dictionary<string, Noeud> parId) =>
        from noeud in ordre
        from prealable in Etape(noeud).Apres
        where Parcourir(debut, parId, sauf: prealable).Contains(noeud)
        select new ErreurModele(CodeErreur.EtapeOmise, noeud.Id, $"« {noeud.Titre} » peut être atteinte sans passer par l’étape « {CatalogueEtapes.Trouver(prealable)!.Nom} », que la loi place avant elle.");

    private static DefinitionEtape Etape(Noeud noeud) => CatalogueEtapes.Trouver(noeud.Type)!;

    /// <summary>Where a node leads, in the order of the step's outcomes.</summary>
    private static IEnumerable<Noeud> Suites(Noeud noeud, Dictionary<string, Noeud> parId) =>
        Etape(noeud).Sorties.Select(s => parId[noeud.Sorties[s.Nom]]).Distinct();

    private static List<Noeud> Parcourir(Noeud debut, Dictionary<string, Noeud> parId, string? sauf = null)
    {
        var ordre = new List<Noeud> { debut };
        for (var i = 0; i < ordre.Count; i++)
        {
            ordre.AddRange(Suites(ordre[i], parId).Where(n => n.Type != sauf && !ordre.Contains(n)));
        }

        return ordre;
    }

    private static HashSet<string> Remonter(IReadOnlyList<Noeud> fins, List<Noeud> noeuds)
    {
        var atteints = fins.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        while (noeuds.Exists(n => !atteints.Contains(n.Id) && n.Sorties.Values.Any(atteints.Contains)))
        {
            atteints.UnionWith(noeuds.Where(n => n.Sorties.Values.Any(atteints.Contains)).Select(n => n.Id));
        }

        return atteints;
    }

    /// <summary>A cycle of which no step is decided by a person, or nothing.</summary>
    private static List<Noeud> Boucle(List<Noeud> noeuds, Dictionary<string, Noeud> parId)
    {
        var seuls = noeuds.Where(n => !Etape(n).PermetUneBoucle).ToList();
        foreach (var depart in seuls)
        {
            // Breadth first from each node back to itself: the shortest cycle is the one to show.
            var venuDe = new Dictionary<string, Noeud>(StringComparer.Ordinal);
            var file = new Queue<Noeud>([depart]);
            while (file.TryDequeue(out var noeud))
            {
                foreach (var suite in Suites(noeud, parId).Where(s => seuls.Contains(s) && venuDe.TryAdd(s.Id, noeud)))
                {
                    file.Enqueue(suite);
                }
            }

            if (venuDe.TryGetValue(depart.Id, out var precedent))
            {
                var boucle = new List<Noeud>();
                for (var noeud = precedent; noeud != depart; noeud = venuDe[noeud.Id])
                {
                    boucle.Insert(0, noeud);
                }

                return [depart, .. boucle];
            }
        }

        return [];
    }
}
