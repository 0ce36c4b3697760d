using System.Text.Json;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Etapes;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>The parameters of a node: what the author set, by canonical text; what he left to the law of each day is not there.</summary>
internal static class ParametresNoeud
{
    /// <summary>What the Studio writes of every activity beside its inputs.</summary>
    private static readonly HashSet<string> Structure =
    [
        "id", "nodeId", "name", "type", "version", "displayName", "description", "customProperties", "metadata", "canStartWorkflow", "runAsynchronously",
        "commitStrategy", "source", "syntheticProperties", "result", "variables", "inputs", "outputs", "outcomes",
    ];

    public static SortedDictionary<string, string> Lire(NoeudLu noeud, DefinitionEtape etape, Loi loi, List<ErreurModele> erreurs)
    {
        var parametres = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entree in etape.Entrees)
        {
            var saisie = SaisieEntree.Lire(noeud.Json.Champ(JsonNamingPolicy.CamelCase.ConvertName(entree.Nom)));
            if (saisie.Code is { } code)
            {
                erreurs.Add(new(code, noeud.Id, $"« {noeud.Nom} », « {entree.Libelle} » : {saisie.Message}"));
            }
            else if (saisie.Texte is null && entree.Reglage is not null)
            {
                continue;
            }
            else if ((saisie.Texte ?? entree.ParDefaut) is not { } texte)
            {
                erreurs.Add(new(CodeErreur.EntreeManquante, noeud.Id, $"« {noeud.Nom} » : « {entree.Libelle} » doit être renseigné."));
            }
            else if (ValeurEntree.Lire(entree, entree.Selon(loi), texte) is var lue && lue.Erreur is not null)
            {
                erreurs.Add(new(lue.HorsBornes ? CodeErreur.ValeurHorsBornes : CodeErreur.ValeurInvalide, noeud.Id, $"« {noeud.Nom} », « {entree.Libelle} » : {lue.Erreur}"));
            }
            else
            {
                parametres[entree.Nom] = lue.Texte;
            }
        }

        RefuseUnknown(noeud, etape, erreurs);
        return parametres;
    }

    /// <summary>A setting that the step has not: misspelt, or of another version. Left unread it would be a default where the author wrote something else.</summary>
    private static void RefuseUnknown(NoeudLu noeud, DefinitionEtape etape, List<ErreurModele> erreurs)
    {
        var connues = etape.Entrees.Select(e => JsonNamingPolicy.CamelCase.ConvertName(e.Nom)).ToHashSet(StringComparer.Ordinal);
        foreach (var champ in noeud.Json.EnumerateObject().Where(c => c.Value.ValueKind is not JsonValueKind.Null && !connues.Contains(c.Name) && !Structure.Contains(c.Name)))
        {
            erreurs.Add(new(CodeErreur.EntreeInconnue, noeud.Id, $"« {noeud.Nom} » : cette étape n’a pas de réglage « {champ.Name} »."));
        }
    }
}
