using FranceTravail.Parcours.Workflows.Parcours;
using FranceTravail.Parcours.Workflows.Parcours.Interpretation;
using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Etapes.FinDeFil;

/// <summary>The end of a thread beside the accompaniment: nothing of it stays open, and nothing else is touched.</summary>
internal sealed class FinDeFilEtape : IEtape
{
    private static readonly DefinitionEtape Valeur = new()
    {
        Type = "Parcours.FinDeFil",
        Rang = 91,
        Nom = "Fin du fil",
        Description = "Termine le fil ; l’accompagnement et les autres fils continuent.",
        EstFinDeFil = true,
    };

    public DefinitionEtape Definition => Valeur;

    public void Entrer(Visite v) => v.Terminer();

    public string SurActe(Visite v, TacheParcours tache, Acte acte) => throw new InvalidOperationException("The end of a thread has no task.");
}
