using FranceTravail.Parcours.Workflows.Parcours.Etats;

namespace FranceTravail.Parcours.Workflows.Parcours.Fils;

/// <summary>A thread that starts as a workflow of its own, with what it knows of the dossier when it starts.</summary>
public sealed record FilAOuvrir
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required DossierParcours Dossier { get; init; }
    public required SituationPersonne Personne { get; init; }

    /// <summary>What was typed to open it (<see cref="Etapes.Demarche"/>); empty when nothing was.</summary>
    public IReadOnlyDictionary<string, string> Valeurs { get; init; } = new Dictionary<string, string>();
}
