using FranceTravail.Parcours.Workflows.Dossiers;
using FranceTravail.Parcours.Workflows.Parcours.Demandes;

namespace FranceTravail.Parcours.Workflows.Partenaires;

public sealed record OrientationTransmise : Demande
{
    public required TypeParcours Parcours { get; init; }
    public required OrganismeReferent Organisme { get; init; }
}
