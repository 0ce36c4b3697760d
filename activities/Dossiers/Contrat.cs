using FranceTravail.Parcours.Workflows.Dossiers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FranceTravail.Parcours.Activities.Dossiers;

/// <summary>One version of a contrat d'engagement (Code du travail, L. 5411-6): commitments of both sides and weekly hours.</summary>
[PrimaryKey(nameof(DossierId), nameof(Id))]
public sealed class Contrat
{
    public required string DossierId { get; init; }

    public required string Id { get; init; }

    /// <summary>1, 2, 3… each new proposal.</summary>
    public int Version { get; set; }

    public StatutContrat Statut { get; set; }

    /// <summary>Hours of activity a week, 0 to 35; 0 only at the person's request on a ground of L. 5411-6 II.</summary>
    public decimal HeuresParSemaine { get; set; }

    /// <summary>Why fewer than 15 hours (code), when so.</summary>
    public string? MotifHeures { get; set; }

    public Instant ProposeLe { get; set; }

    public Instant? SigneParPersonneLe { get; set; }

    public Instant? SigneParConseillerLe { get; set; }

    /// <summary>Last day to sign: one month from the notified orientation (D. 5411-14-1).</summary>
    public LocalDate ASignerAvantLe { get; set; }

    /// <summary>Both sides' commitments; ordered by <see cref="LigneContrat.Ordre"/> only when the query says so.</summary>
    public List<LigneContrat> Lignes { get; init; } = [];
}
