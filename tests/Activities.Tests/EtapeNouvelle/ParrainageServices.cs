using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Activities.Tests.EtapeNouvelle;

/// <summary>What the partner of the step does: it finds a sponsor.</summary>
internal static class ParrainageServices
{
    public static readonly Service<ParrainDemande, ParrainTrouve> Chercher = new("ChercherParrain");

    internal sealed record ParrainDemande(string Territoire);

    internal sealed record ParrainTrouve(string Nom);
}
