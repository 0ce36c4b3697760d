using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.Fil;

/// <summary>Lets the palette and the compiler know the declaration of a thread; the compiler makes a <see cref="Modele.FilModele"/> of it.</summary>
internal sealed class FilEtape : IEtape
{
    public DefinitionEtape Definition => FilDefinition.Valeur;

    public void Entrer(Visite v) => throw new InvalidOperationException("A declaration of a thread is no place where a journey stands.");

    public string SurActe(Visite v, TacheParcours tache, Acte acte) => throw new InvalidOperationException("A declaration of a thread has no task.");
}
