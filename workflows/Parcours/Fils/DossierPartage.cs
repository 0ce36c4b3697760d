using FranceTravail.Parcours.Workflows.Parcours.Etats;

namespace FranceTravail.Parcours.Workflows.Parcours.Fils;

/// <summary>What a journey shares with a thread that runs by itself, told anew when it has changed: where she lives, who accompanies her, her situation.</summary>
public sealed record DossierPartage
{
    public required string FilId { get; init; }

    public required DossierParcours Dossier { get; init; }

    public required SituationPersonne Personne { get; init; }

    /// <summary>The decision of the journey that this is from: what an earlier one says comes too late.</summary>
    public required RangDuPartage Rang { get; init; }
}
