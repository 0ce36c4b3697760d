using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Workflows.Parcours.Fils;

/// <summary>What the workflow itself does for a journey: start a thread as a workflow of its own.</summary>
public static class FilsServices
{
    public static readonly Service<FilAOuvrir, object> Ouvrir = new("OuvrirFil");
}
