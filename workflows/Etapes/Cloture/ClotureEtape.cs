using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.Cloture;

/// <summary>The end: nothing stays open.</summary>
internal sealed class ClotureEtape : IEtape
{
    public DefinitionEtape Definition => ClotureDefinition.Valeur;

    public void Entrer(Visite v)
    {
        v.Constater("parcours.clos", "Le parcours est terminé.");
        v.Terminer();
    }

    public string SurActe(Visite v, TacheParcours tache, Acte acte) =>
        throw new InvalidOperationException("The end of a journey has no task.");
}
