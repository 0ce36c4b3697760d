using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Parcours.Etats;

/// <summary>Where a thread stands: who answers for it, and what comes next.</summary>
public sealed record SituationFil
{
    /// <summary>Title of the current step.</summary>
    public required string Etape { get; init; }

    public required Responsable Responsable { get; init; }

    /// <summary>Never null for an open thread.</summary>
    public Echeance? ProchaineEcheance { get; init; }

    /// <summary>What the next deadline is about (« Signature du contrat »).</summary>
    public string? ObjetEcheance { get; init; }
}
