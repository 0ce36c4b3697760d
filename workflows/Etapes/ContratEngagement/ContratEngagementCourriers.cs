using FranceTravail.Parcours.Workflows.Courriers;

namespace FranceTravail.Parcours.Workflows.Etapes.ContratEngagement;

/// <summary>The letters of the step.</summary>
internal static class ContratEngagementCourriers
{
    /// <summary>The contract is ready to be signed. Data: <c>version</c>, <c>heures</c>, <c>avantLe</c>.</summary>
    public static readonly ModeleCourrier ASigner = new("contrat-a-signer", "contrat à signer", "version", "heures", "avantLe");

    /// <summary>The contract is signed by both. Data: <c>version</c>, <c>heures</c>, <c>signeLe</c>.</summary>
    public static readonly ModeleCourrier Signe = new("contrat-signe", "contrat signé", "version", "heures", "signeLe");
}
