namespace FranceTravail.Parcours.Workflows.Partenaires.FranceTravail;

public sealed record InscriptionDemandee
{
    public required string Territoire { get; init; }
}
