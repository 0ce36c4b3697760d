using FranceTravail.Parcours.Workflows.Taches;

namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>Where the journey stands: always given, always whole.</summary>
public sealed record SituationProjetee
{
    public required StatutParcours Statut { get; init; }

    /// <summary>Title of the current step.</summary>
    public required string Etape { get; init; }

    public required string NoeudId { get; init; }

    /// <summary>Who answers for the dossier: the référent, or the territory's queue until there is one.</summary>
    public required Responsable Responsable { get; init; }

    /// <summary>Null only when the journey is closed.</summary>
    public Echeance? ProchaineEcheance { get; init; }

    /// <summary>What the next deadline is about (« Signature du contrat »).</summary>
    public string? ObjetEcheance { get; init; }

    /// <summary>The référent; null until one is named.</summary>
    public string? ReferentId { get; init; }

    /// <summary>Known once oriented.</summary>
    public TypeParcours? TypeParcours { get; init; }

    public OrganismeReferent? Organisme { get; init; }

    /// <summary>Identifier given by France Travail at registration.</summary>
    public string? IdentifiantFranceTravail { get; init; }

    public required string ModeleId { get; init; }
    public required int ModeleVersion { get; init; }
}
