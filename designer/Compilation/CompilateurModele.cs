using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>
/// Compiles an Elsa 3 workflow definition, a flowchart of <c>Parcours.*</c> activities, to the template that journeys interpret.
/// Pure: the same text always gives the same result; no text makes it throw.
/// </summary>
public static class CompilateurModele
{
    /// <summary>Compiles <paramref name="definitionJson"/> as version <paramref name="version"/> of the template <paramref name="modeleId"/>.</summary>
    public static ResultatCompilation Compiler(string definitionJson, string modeleId, int version)
    {
        var erreurs = new List<ErreurModele>();
        var definition = LecteurDefinition.Lire(definitionJson, erreurs);
        if (definition is null)
        {
            return ResultatCompilation.Refuse(erreurs);
        }

        var noeuds = new List<Noeud>();
        foreach (var lu in definition.Noeuds)
        {
            var etape = CatalogueEtapes.Trouver(lu.Type);
            if (etape is null || etape.Version != lu.Version)
            {
                erreurs.Add(new(CodeErreur.EtapeInconnue, lu.Id, $"« {lu.Nom} » : le type d’étape « {lu.Type} » (version {lu.Version}) n’existe pas."));
                continue;
            }

            noeuds.Add(new Noeud
            {
                Id = lu.Id,
                Type = lu.Type,
                Titre = lu.Titre ?? etape.Nom,
                Parametres = ParametresNoeud.Lire(lu, etape, erreurs),
                Sorties = LiensNoeud.Relier(lu, etape, definition, erreurs),
            });
        }

        // The shape of a graph with unknown steps or broken links would only repeat the errors above.
        var ordre = erreurs.Count == 0 ? FormeModele.Controler(noeuds, erreurs) : [];
        if (erreurs.Count > 0)
        {
            return ResultatCompilation.Refuse(erreurs);
        }

        var modele = new ModeleParcours
        {
            Id = modeleId,
            Version = version,
            Nom = definition.Nom,
            Empreinte = "",
            Entree = ordre[0].Id,
            Noeuds = ordre,
        };
        return ResultatCompilation.Reussi(modele with { Empreinte = EmpreinteModele.Calculer(modele) });
    }
}
