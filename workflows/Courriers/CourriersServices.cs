using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Workflows.Courriers;

/// <summary>Letters and messages.</summary>
public static class CourriersServices
{
    /// <summary>Renders, files, records and sends one letter or message. Idempotent by key.</summary>
    public static readonly Service<EnvoiCourrier, CourrierEnvoye> Envoyer = new(
        "EnvoyerCourrier",
        envoi => new(
            $"Courrier non envoyé : {envoi.Libelle}.",
            $"prévenir la personne autrement : {envoi.Libelle}"));
}
