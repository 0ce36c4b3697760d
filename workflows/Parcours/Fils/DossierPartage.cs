using FranceTravail.Parcours.Workflows.Parcours.Etats;
using NodaTime;

namespace FranceTravail.Parcours.Workflows.Parcours.Fils;

/// <summary>What a journey shares with a thread that runs by itself, told anew when it has changed: where she lives, who accompanies her, her situation.</summary>
public sealed record DossierPartage : IEntree
{
    public required string FilId { get; init; }

    public required DossierParcours Dossier { get; init; }

    public required SituationPersonne Personne { get; init; }

    /// <summary>The decision of the journey that this is from: what an earlier one says comes too late.</summary>
    public required RangDuPartage Rang { get; init; }

    /// <summary>As a journey has it after a decision.</summary>
    /// <param name="etat">Its state then.</param>
    /// <param name="filId">The thread that is told.</param>
    /// <param name="le">When the decision was taken.</param>
    public static DossierPartage De(EtatParcours etat, string filId, Instant le) =>
        new() { FilId = filId, Dossier = etat.Dossier, Personne = etat.Personne, Rang = new(le, etat.Numero) };
}
