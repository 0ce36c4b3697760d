using FranceTravail.Parcours.Activities.Dossiers;

namespace FranceTravail.Parcours.Activities.Partenaires.Caf;

/// <summary>What the CAF knows of a reference: enough to fill an inscription form.</summary>
public sealed record DroitsCaf
{
    public required string Reference { get; init; }

    public required IdentiteCaf Identite { get; init; }

    public required Allocation Allocation { get; init; }

    public required StatutDroit StatutDroit { get; init; }

    public required FoyerCaf Foyer { get; init; }
}
