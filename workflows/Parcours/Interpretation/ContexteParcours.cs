using FranceTravail.Parcours.Workflows.Competence;
using FranceTravail.Parcours.Workflows.Delais;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours.Etats;

namespace FranceTravail.Parcours.Workflows.Parcours.Interpretation;

/// <summary>What does not change during a decision: the dossier's references, its pinned template, its calendar, the authorities, the known steps.</summary>
internal sealed class ContexteParcours
{
    private readonly Dictionary<string, Noeud> noeuds;
    private readonly Func<string, CalendrierCivil> calendriers;

    public ContexteParcours(DemarrageParcours demarrage, ModeleParcours modele, CatalogueEtapes catalogue, Func<string, CalendrierCivil> calendriers, TableCompetence competences)
    {
        (Demarrage, Modele, Catalogue, this.calendriers, Competences) = (demarrage, modele, catalogue, calendriers, competences);
        noeuds = modele.Noeuds.ToDictionary(n => n.Id);
    }

    public DemarrageParcours Demarrage { get; }

    public ModeleParcours Modele { get; }

    public CatalogueEtapes Catalogue { get; }

    /// <summary>That of where the person lives now: a transfer changes it within its own decision.</summary>
    public CalendrierCivil CalendrierDe(EtatParcours etat) => calendriers(etat.Dossier.Lieu.Commune);

    /// <summary>Who is competent, by place and day.</summary>
    public TableCompetence Competences { get; }

    public string DossierId => Demarrage.DossierId;

    /// <summary>The thread that the workflow carries.</summary>
    public string FilPrincipal => Demarrage.FilId;

    public Noeud Noeud(string id) => noeuds[id];

    public IEtape Etape(string noeudId) => Catalogue.Etape(Noeud(noeudId).Type);
}
