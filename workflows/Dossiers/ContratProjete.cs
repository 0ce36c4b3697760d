using NodaTime;

namespace FranceTravail.Parcours.Workflows.Dossiers;

/// <summary>One version of the contrat d'engagement, with both sides' commitments.</summary>
public sealed record ContratProjete
{
    public required string ContratId { get; init; }

    /// <summary>1, 2, 3… each new proposal.</summary>
    public required int Version { get; init; }

    public required StatutContrat Statut { get; init; }
    public required decimal HeuresParSemaine { get; init; }

    /// <summary>Why under 15 hours (code of the ground); null at 15 or more.</summary>
    public string? MotifHeures { get; init; }

    public required Instant ProposeLe { get; init; }
    public Instant? SigneParPersonneLe { get; init; }
    public Instant? SigneParConseillerLe { get; init; }
    public required LocalDate ASignerAvantLe { get; init; }
    public required IReadOnlyList<LigneContratProjetee> Lignes { get; init; }
}
