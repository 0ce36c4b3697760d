using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>What does not change during a decision: the dossier's references, its pinned template, its calendar, the authorities, the known steps.</summary>
internal sealed class ContexteParcours
{
    private readonly Dictionary<string, Noeud> _noeuds;

    public ContexteParcours(DemarrageParcours demarrage, ModeleParcours modele, CatalogueEtapes catalogue, CalendrierCivil calendrier, TableCompetence competences)
    {
        (Demarrage, Modele, Catalogue, Calendrier, Competences) = (demarrage, modele, catalogue, calendrier, competences);
        _noeuds = modele.Noeuds.ToDictionary(n => n.Id);
    }

    public DemarrageParcours Demarrage { get; }

    public ModeleParcours Modele { get; }

    public CatalogueEtapes Catalogue { get; }

    /// <summary>That of the person's commune.</summary>
    public CalendrierCivil Calendrier { get; }

    /// <summary>Who is competent, by place and day.</summary>
    public TableCompetence Competences { get; }

    public string DossierId => Demarrage.DossierId;

    /// <summary>The thread that the workflow carries.</summary>
    public string FilPrincipal => Demarrage.FilId;

    public Noeud Noeud(string id) => _noeuds[id];

    public IEtape Etape(string noeudId) => Catalogue.Etape(Noeud(noeudId).Type);
}
