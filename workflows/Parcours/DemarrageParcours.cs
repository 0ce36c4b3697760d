using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FranceTravail.Parcours.Workflows.Parcours.Fils;

namespace FranceTravail.Parcours.Workflows.Parcours;

/// <summary>What starts the journey of one dossier. Holds references and facts, never an identity.</summary>
public sealed record DemarrageParcours : IEntree
{
    /// <summary>Opaque, 8 to 64 letters, digits or hyphens.</summary>
    public required string DossierId { get; init; }

    /// <summary>Code of the territory (bassin), as the case store knows it.</summary>
    public required string Territoire { get; init; }

    /// <summary>INSEE code of the commune where the person lives: its calendar counts, and its hour (<see cref="Delais.CalendriersCommunes"/>).</summary>
    public required string Commune { get; init; }

    public required string ModeleId { get; init; }

    public required int ModeleVersion { get; init; }

    public required SituationPersonne Situation { get; init; }

    /// <summary>The thread that this workflow carries, when it is one beside the accompaniment; null for a journey.</summary>
    public FilAOuvrir? Fil { get; init; }

    /// <summary>Run that was cancelled, terminated or lost, and that this one takes up from its last decision; null otherwise.</summary>
    public string? RunRepris { get; init; }

    /// <summary>The stream begins anew, with nothing of what it was, because somebody said so: a run that merely begins where one was is none of it.</summary>
    public bool Recommence { get; init; }

    /// <summary>The state, carried by continue-as-new; null at the first start.</summary>
    public JsonObject? Etat { get; init; }

    [JsonIgnore]
    public string FilId => Fil?.Id ?? NomsParcours.FilPrincipal;
}
