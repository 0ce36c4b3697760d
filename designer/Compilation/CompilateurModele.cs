using FranceTravail.Parcours.Workflows.Droit;
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
    /// <param name="definitionJson">The definition, as Elsa Studio saves it.</param>
    /// <param name="modeleId">Identifier of the template.</param>
    /// <param name="version">From 1.</param>
    /// <param name="loi">The law of the day of publication: no setting may lie outside its bounds. A later law brings back what it no longer allows.</param>
    /// <param name="catalogue">The steps that it may be made of; those of the national journey when null.</param>
    public static ResultatCompilation Compiler(string definitionJson, string modeleId, int version, Loi loi, CatalogueEtapes? catalogue = null)
    {
        catalogue ??= CatalogueEtapes.National;
        var erreurs = new List<ErreurModele>();
        var definition = LecteurDefinition.Lire(definitionJson, erreurs);
        if (definition is null)
        {
            return ResultatCompilation.Refuse(erreurs);
        }

        var noeuds = definition.Noeuds.Select(lu => Noeud(lu, definition, catalogue, loi, erreurs)).OfType<Noeud>().ToList();

        // The shape of a graph with unknown steps or broken links would only repeat the errors above.
        var forme = new FormeModele(catalogue, noeuds, loi, erreurs);
        if (erreurs.Count == 0)
        {
            forme.Controler();
        }

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
            Entree = forme.Ordre[0].Id,
            Noeuds = forme.Ordre,
            Fils = forme.Fils,
            Reprises = forme.Reprises,
        };
        return ResultatCompilation.Reussi(modele with { Empreinte = EmpreinteModele.Calculer(modele) });
    }

    private static Noeud? Noeud(NoeudLu lu, DefinitionLue definition, CatalogueEtapes catalogue, Loi loi, List<ErreurModele> erreurs)
    {
        var etape = catalogue.Trouver(lu.Type);
        if (etape is null || etape.Version != lu.Version)
        {
            erreurs.Add(new(CodeErreur.EtapeInconnue, lu.Id, $"« {lu.Nom} » : le type d’étape « {lu.Type} » (version {lu.Version}) n’existe pas."));
            return null;
        }

        return new Noeud
        {
            Id = lu.Id,
            Type = lu.Type,
            Titre = lu.Titre ?? etape.Nom,
            Parametres = ParametresNoeud.Lire(lu, etape, loi, erreurs),
            Sorties = LiensNoeud.Relier(lu, etape, definition, erreurs),
        };
    }
}
