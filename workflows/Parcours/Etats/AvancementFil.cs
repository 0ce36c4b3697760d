using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>Where a thread stands: who answers for it, and what comes next.</summary>
public sealed record AvancementFil
{
    /// <summary>Title of the current step.</summary>
    public required string Etape { get; init; }

    public required Responsable Responsable { get; init; }

    /// <summary>The task that is due first; null when a deadline of a step is, or none.</summary>
    public string? TacheId { get; init; }

    /// <summary>Key of the deadline of a step that is due first.</summary>
    public string? EcheanceCle { get; init; }

    /// <summary>What is due first, and when and why. Null only for a thread that has ended.</summary>
    internal (string Objet, Echeance Echeance)? Prochaine(EtatParcours etat, Fil fil) =>
        TacheId is { } tache ? (etat.Taches[tache].Libelle, etat.Taches[tache].Echeance)
        : EcheanceCle is { } cle ? (fil.Echeances[cle].Objet, fil.Echeances[cle].Echeance)
        : null;
}
