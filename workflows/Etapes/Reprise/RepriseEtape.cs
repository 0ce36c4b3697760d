using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.Reprise;

/// <summary>Lets the palette and the compiler know the declaration; the compiler makes a <see cref="Modele.RepriseModele"/> of it.</summary>
internal sealed class RepriseEtape : IEtape
{
    public DefinitionEtape Definition => RepriseDefinition.Valeur;

    public void Entrer(Visite v) => throw new InvalidOperationException("A declaration of where a journey is taken up is no place where it stands.");

    public string SurActe(Visite v, TacheParcours tache, Acte acte) => throw new InvalidOperationException("A declaration of where a journey is taken up has no task.");
}
