using FranceTravail.Parcours.Workflows.Dossiers;

namespace FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;

public sealed record OrientationTransmise
{
    public required TypeParcours Parcours { get; init; }
    public required OrganismeReferent Organisme { get; init; }
}
