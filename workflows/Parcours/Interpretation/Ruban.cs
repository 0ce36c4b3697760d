using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>The ribbon of a template: its steps in the order in which a journey first meets them; endings are not announced.</summary>
internal static class Ruban
{
    public static IReadOnlyDictionary<string, EtapeProjetee> Tracer(ContexteParcours contexte)
    {
        var ordre = new List<string> { contexte.Modele.Entree };
        for (var i = 0; i < ordre.Count; i++)
        {
            var sorties = contexte.Etape(ordre[i]).Definition.Sorties.Select(s => contexte.Noeud(ordre[i]).Sorties[s.Nom]);
            ordre.AddRange(sorties.Distinct().Where(s => !ordre.Contains(s)));
        }

        return ordre.Where(id => !contexte.Etape(id).Definition.EstFin)
            .Select(contexte.Noeud)
            .Select((n, rang) => new EtapeProjetee
            {
                NoeudId = n.Id,
                Type = n.Type,
                Titre = n.Titre,
                Ordre = rang + 1,
                Statut = StatutEtape.AVenir,
            })
            .ToDictionary(e => e.NoeudId);
    }
}
