using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>The ribbon of a template: its steps in the order in which a journey first meets them; endings are not announced.</summary>
internal static class Ruban
{
    public static IReadOnlyList<EtapeProjetee> Tracer(ModeleParcours modele)
    {
        var noeuds = modele.Noeuds.ToDictionary(n => n.Id);
        var ordre = new List<string> { modele.Entree };
        for (var i = 0; i < ordre.Count; i++)
        {
            var noeud = noeuds[ordre[i]];
            var sorties = CatalogueEtapes.Trouver(noeud.Type)!.Sorties.Select(s => noeud.Sorties[s.Nom]);
            ordre.AddRange(sorties.Distinct().Where(s => !ordre.Contains(s)));
        }

        return
        [
            .. ordre.Select(id => noeuds[id])
                .Where(n => !CatalogueEtapes.Trouver(n.Type)!.EstFin)
                .Select((n, rang) => new EtapeProjetee
                {
                    NoeudId = n.Id,
                    Type = n.Type,
                    Titre = n.Titre,
                    Ordre = rang + 1,
                    Statut = StatutEtape.AVenir,
                }),
        ];
    }
}
