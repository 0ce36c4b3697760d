using FranceTravail.Parcours.Workflows.Etapes;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>The outcomes of a node: each linked once, none more.</summary>
internal static class LiensNoeud
{
    public static Dictionary<string, string> Relier(NoeudLu noeud, DefinitionEtape etape, DefinitionLue definition, List<ErreurModele> erreurs)
    {
        var sorties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var lien in definition.Liens.Where(l => l.De == noeud.Id))
        {
            var sortie = etape.Sorties.FirstOrDefault(s => s.Nom == lien.Sortie);
            if (sortie is null)
            {
                erreurs.Add(new(CodeErreur.SortieInconnue, noeud.Id, $"« {noeud.Nom} » : cette étape n’a pas de sortie « {lien.Sortie} »."));
            }
            else if (!sorties.TryAdd(sortie.Nom, lien.Vers) && sorties[sortie.Nom] != lien.Vers)
            {
                erreurs.Add(new(CodeErreur.SortieReliee2Fois, noeud.Id, $"« {noeud.Nom} » : la sortie « {sortie.Libelle} » mène à deux étapes ; elle ne peut en avoir qu’une."));
            }
        }

        foreach (var sortie in etape.Sorties.Where(s => !sorties.ContainsKey(s.Nom)))
        {
            erreurs.Add(new(CodeErreur.SortieNonReliee, noeud.Id, $"« {noeud.Nom} » : la sortie « {sortie.Libelle} » doit être reliée à une étape."));
        }

        return sorties;
    }
}
