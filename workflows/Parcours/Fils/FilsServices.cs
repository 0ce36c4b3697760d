using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Workflows.Parcours.Fils;

/// <summary>What is done for a journey that has threads which run by themselves.</summary>
public static class FilsServices
{
    /// <summary>Starts one; the workflow of the journey does it itself.</summary>
    public static readonly Service<FilAOuvrir, object> Ouvrir = new("OuvrirFil");

    /// <summary>Tells one what it shares with the journey, after that has changed.</summary>
    public static readonly Service<DossierPartage, object> Informer = new("InformerFil");
}
